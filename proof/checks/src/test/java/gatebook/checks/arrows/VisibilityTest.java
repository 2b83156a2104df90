package gatebook.checks.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gatebook.checks.source.Exemptions;
import gatebook.checks.source.Finding;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class is package-private unless another package uses it. */
final class VisibilityTest {
    private static final String RULE = "public-unused";

    @Test
    void aPublicClassIsUsedByAnotherPackage() {
        Exemptions.hold(RULE, findings(Classes.main()));
    }

    @Test
    void seesAPublicClassThatNobodyUses() {
        JavaClasses both = new ClassFileImporter().importClasses(UnusedSample.class, VisibilityTest.class);
        assertThat(findings(both)).extracting(found -> found.spot().what()).containsExactly("UnusedSample");
    }

    private static Stream<Finding> findings(JavaClasses classes) {
        Set<String> used = usedElsewhere(classes);
        return classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !isProgram(type) && !used.contains(type.getName()) && !isNamedElsewhere(type))
                .map(type -> Classes.finding(
                        RULE,
                        type,
                        new Spot(1, type.getSimpleName()),
                        "make it package-private: no other package uses it"));
    }

    private static boolean isProgram(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.getName().equals("main"));
    }

    /** The top-level classes that a class of another package depends on. */
    private static Set<String> usedElsewhere(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !dependency
                        .getOriginClass()
                        .getPackageName()
                        .equals(dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getPackageName()))
                .map(dependency ->
                        Classes.topLevelName(dependency.getTargetClass().getBaseComponentType()))
                .collect(Collectors.toSet());
    }

    /** True for a class whose constants the compiler has copied, or that a resource names. */
    private static boolean isNamedElsewhere(JavaClass type) {
        Pattern name = Pattern.compile("\\b" + Pattern.quote(type.getName()) + "\\b");
        return Tree.files()
                .filter(file -> file.path().contains("/src/main/"))
                .filter(file ->
                        !file.path().contains("/" + type.getPackageName().replace('.', '/') + "/"))
                .anyMatch(file -> name.matcher(file.text()).find());
    }
}
