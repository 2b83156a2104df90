package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An absent value is told by a type; where null is answered all the same, the line says why. */
final class NullsTest {
    private static final Pattern WITH_REASON = Pattern.compile("return null; // \\S+");
    private static final Pattern OPTIONAL =
            Pattern.compile("^(java\\.util\\.)?Optional(Int|Long|Double)?(<.*>)?$", Pattern.DOTALL);

    private static final Rule RETURN_NULL = new Rule(
            "return-null",
            "answer an Optional or a case of a sealed result; or say why: return null; // reason",
            file -> file.syntax()
                    .nodes(ReturnTree.class)
                    .filter(node ->
                            node.getExpression() != null && node.getExpression().getKind() == Kind.NULL_LITERAL)
                    .map(node -> file.syntax().line(node))
                    .map(line -> new Spot(line, file.lines().get(line - 1).strip()))
                    .filter(spot -> !WITH_REASON.matcher(spot.what()).find()));

    private static final Rule OPTIONAL_KEPT = new Rule(
            "optional-kept",
            "Optional is a return type only: let the field or parameter be @Nullable, or give it a type of its own",
            file -> file.syntax()
                    .paths(VariableTree.class)
                    .filter(NullsTest::isFieldOrParameter)
                    .filter(path -> isOptional((VariableTree) path.getLeaf()))
                    .map(path -> new Spot(
                            file.syntax().line(path.getLeaf()),
                            path.getLeaf().toString().replaceAll("\\s+", " "))));

    @Test
    void nullIsReturnedOnlyWithAReason() {
        RETURN_NULL.holdsIn(Tree.mainJava());
    }

    @Test
    void optionalIsAReturnTypeOnly() {
        OPTIONAL_KEPT.holdsIn(Tree.mainJava());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object a() { return null; }",
                "Object a() {\nreturn null; //\n}",
                "Object a() { return null; /* just noted */ }"
            })
    void seesANullWithoutReason(String member) {
        assertThat(RETURN_NULL.in(SourceFile.sampleClass(member))).hasSize(1);
    }

    @Test
    void acceptsANullWithReason() {
        assertThat(RETURN_NULL.in(SourceFile.sampleClass("Object a() {\nreturn null; // just noted\n}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private Optional<String> a;",
                "record A(Optional<String> a) { A { assert a.isEmpty(); } }",
                "void a(java.util.Optional<String> a) {}",
                "Sample(OptionalInt a) {}"
            })
    void seesAnOptionalKeptOrHandedIn(String member) {
        assertThat(OPTIONAL_KEPT.in(SourceFile.sampleClass(member))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Optional<String> a() { return Optional.empty(); }",
                "void a() { Optional<String> b = c(); }",
                "Object a = b(c -> c);",
                "Object a = b((Optional<String> c) -> c);"
            })
    void acceptsAnOptionalAnsweredOrHeldForAMoment(String member) {
        assertThat(OPTIONAL_KEPT.in(SourceFile.sampleClass(member))).isEmpty();
    }

    /** A component counts once, where the record declares it, and not again in its constructors. */
    private static boolean isFieldOrParameter(TreePath path) {
        TreePath parent = path.getParentPath();
        return switch (parent.getLeaf()) {
            case ClassTree type -> true;
            case MethodTree method ->
                method.getParameters().contains(path.getLeaf()) && !isConstructorOfRecord(method, parent);
            default -> false;
        };
    }

    private static boolean isConstructorOfRecord(MethodTree method, TreePath path) {
        return method.getReturnType() == null && path.getParentPath().getLeaf().getKind() == Kind.RECORD;
    }

    private static boolean isOptional(VariableTree variable) {
        return variable.getType() != null
                && OPTIONAL.matcher(variable.getType().toString()).matches();
    }
}
