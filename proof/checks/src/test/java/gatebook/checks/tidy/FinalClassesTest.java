package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree.Kind;
import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class is final unless it is made to be extended. */
final class FinalClassesTest {
    private static final Set<Modifier> OPEN_ON_PURPOSE =
            EnumSet.of(Modifier.FINAL, Modifier.ABSTRACT, Modifier.SEALED, Modifier.NON_SEALED);

    /** Spring and JMH make subclasses of these. */
    private static final Set<String> SUBCLASSED_BY_A_LIBRARY =
            Set.of("Configuration", "SpringBootApplication", "TestConfiguration", "State");

    private static final Rule FINAL = new Rule(
            "final-class",
            "make it final, or sealed or abstract if it is meant to be extended",
            file -> file.syntax()
                    .nodes(ClassTree.class)
                    .filter(FinalClassesTest::isOpen)
                    .map(type -> new Spot(file.syntax().line(type), "class " + type.getSimpleName())));

    @Test
    void classesAreFinalUnlessMadeToBeExtended() {
        FINAL.holdsIn(Tree.mainJava());
    }

    @ParameterizedTest
    @ValueSource(strings = {"class A {}", "public class A {}", "final class A { static class B {} }"})
    void seesAnOpenClass(String text) {
        assertThat(FINAL.in(SourceFile.sample(text))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "final class A {}",
                "abstract class A {}",
                "sealed class A permits B {} non-sealed class B extends A {}",
                "record A() {}",
                "enum A { B { void c() {} } }",
                "interface A {}",
                "@interface A {}",
                "@Configuration class A {}",
                "final class A { Object b = new Object() {}; }"
            })
    void leavesTheOthersAlone(String text) {
        assertThat(FINAL.in(SourceFile.sample(text))).isEmpty();
    }

    private static boolean isOpen(ClassTree type) {
        return type.getKind() == Kind.CLASS
                && !type.getSimpleName().isEmpty()
                && type.getModifiers().getFlags().stream().noneMatch(OPEN_ON_PURPOSE::contains)
                && type.getModifiers().getAnnotations().stream()
                        .map(annotation -> annotation.getAnnotationType().toString())
                        .noneMatch(SUBCLASSED_BY_A_LIBRARY::contains);
    }
}
