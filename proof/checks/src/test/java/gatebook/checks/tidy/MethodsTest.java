package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Syntax;
import gatebook.checks.source.Tree;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods stay short and are called without puzzles (STYLE.md). Constructors of records are exempt: they are data. */
final class MethodsTest {
    private static final int LINES_MAX = 50;
    private static final int PARAMETERS_MAX = 5;
    private static final int PARAMETERS_OF_A_PRIVATE_CONSTRUCTOR_MAX = 7;

    private static final Rule LONG = new Rule(
            "method-size",
            "split it by what it does",
            file -> methods(file, path -> lines(file.syntax(), path) > LINES_MAX));

    private static final Rule MANY_PARAMETERS = new Rule(
            "parameter-count",
            "join those that belong together in a record of the trade",
            file -> methods(file, path -> method(path).getParameters().size() > parametersMax(path)));

    private static final Rule BOOLEAN_PARAMETER = new Rule(
            "boolean-parameter",
            "give it an enum, or two methods with names that say which",
            file -> methods(file, path -> isPublic(path) && !isOverride(path) && takesBoolean(path)));

    @Test
    void methodsFitOnAScreen() {
        LONG.holdsIn(Tree.mainJava());
    }

    @Test
    void methodsTakeFewParameters() {
        MANY_PARAMETERS.holdsIn(Tree.mainJava());
    }

    @Test
    void noPublicMethodTakesABoolean() {
        BOOLEAN_PARAMETER.holdsIn(Tree.mainJava());
    }

    @Test
    void seesALongMethod() {
        assertThat(LONG.in(SourceFile.sampleClass("void a() {" + "\n".repeat(49) + "}")))
                .isEmpty();
        assertThat(LONG.in(SourceFile.sampleClass("void a() {" + "\n".repeat(50) + "}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void a(int a, int b, int c, int d, int e, int f) {}",
                "Sample(int a, int b, int c, int d, int e, int f) {}",
                "private Sample(int a, int b, int c, int d, int e, int f, int g, int h) {}"
            })
    void seesManyParameters(String member) {
        assertThat(MANY_PARAMETERS.in(SourceFile.sampleClass(member))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void a(int a, int b, int c, int d, int e) {}",
                "private Sample(int a, int b, int c, int d, int e, int f, int g) {}",
                "record A(int a, int b, int c, int d, int e, int f) { A { assert a > 0; } }"
            })
    void allowsFiveAndRecordsAndPrivateConstructors(String member) {
        assertThat(MANY_PARAMETERS.in(SourceFile.sampleClass(member))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public void a(boolean b) {}",
                "public void a(Boolean b) {}",
                "public Sample(int a, boolean b) {}",
                "interface A { void a(boolean b); }"
            })
    void seesABooleanParameter(String member) {
        assertThat(BOOLEAN_PARAMETER.in(SourceFile.sampleClass(member))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void a(boolean b) {}",
                "@Override public void a(boolean b) {}",
                "public record A(boolean b) { public A { assert b; } }",
                "interface A { private void a(boolean b) {} }"
            })
    void leavesDataOverridesAndInnerWorkingsAlone(String member) {
        assertThat(BOOLEAN_PARAMETER.in(SourceFile.sampleClass(member))).isEmpty();
    }

    private static Stream<Spot> methods(SourceFile file, Predicate<TreePath> broken) {
        return file.syntax().paths(MethodTree.class).filter(broken).map(path -> {
            ClassTree type = type(path);
            return new Spot(
                    file.syntax().line(path.getLeaf()),
                    "%s.%s: %d lines, %d parameters"
                            .formatted(
                                    type.getSimpleName(),
                                    method(path).getName(),
                                    lines(file.syntax(), path),
                                    method(path).getParameters().size()));
        });
    }

    private static int lines(Syntax syntax, TreePath path) {
        return syntax.endLine(path.getLeaf()) - syntax.line(path.getLeaf()) + 1;
    }

    private static int parametersMax(TreePath path) {
        boolean constructor = method(path).getReturnType() == null;
        if (constructor && type(path).getKind() == Kind.RECORD) {
            return Integer.MAX_VALUE;
        }
        boolean hidden = method(path).getModifiers().getFlags().contains(Modifier.PRIVATE);
        return constructor && hidden ? PARAMETERS_OF_A_PRIVATE_CONSTRUCTOR_MAX : PARAMETERS_MAX;
    }

    private static boolean isPublic(TreePath path) {
        if (method(path).getReturnType() == null && type(path).getKind() == Kind.RECORD) {
            return false;
        }
        var flags = method(path).getModifiers().getFlags();
        boolean inInterface = type(path).getKind() == Kind.INTERFACE && !flags.contains(Modifier.PRIVATE);
        return flags.contains(Modifier.PUBLIC) || inInterface;
    }

    private static boolean isOverride(TreePath path) {
        return method(path).getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private static boolean takesBoolean(TreePath path) {
        return method(path).getParameters().stream()
                .map(VariableTree::getType)
                .anyMatch(type -> List.of("boolean", "Boolean").contains(type.toString()));
    }

    private static MethodTree method(TreePath path) {
        return (MethodTree) path.getLeaf();
    }

    private static ClassTree type(TreePath path) {
        return (ClassTree) path.getParentPath().getLeaf();
    }
}
