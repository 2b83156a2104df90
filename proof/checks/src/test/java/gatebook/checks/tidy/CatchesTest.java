package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ThrowTree;
import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exceptions mean faults and are caught broadly at three edges only. A catch that ends by throwing has not caught the
 * fault: it cleaned up, or added context.
 */
final class CatchesTest {
    /** Where the edges are: the window's background runner, the sync loop, the HTTP layer. */
    private static final Set<String> EDGES = Set.of(
            "gatebook/app/desk/Background.java",
            "gatebook/app/desk/Minding.java",
            "gatebook/sync/service/",
            "gatebook/api/problem/");

    private static final Pattern BROAD =
            Pattern.compile("(^|[\\s|.])(Throwable|Exception|RuntimeException|Error)\\b\\s*(\\||$)");

    private static final Rule CATCHES = new Rule(
            "broad-catch",
            "catch the fault that is meant; only the three edges in CatchesTest catch broadly",
            file -> file.syntax()
                    .nodes(CatchTree.class)
                    .filter(node -> BROAD.matcher(node.getParameter().getType().toString())
                            .find())
                    .filter(node -> !endsByThrowing(node))
                    .map(node -> new Spot(
                            file.syntax().line(node),
                            "catch " + node.getParameter().getType())));

    @Test
    void faultsAreCaughtBroadlyAtTheEdgesOnly() {
        CATCHES.holdsIn(Tree.mainJava()
                .filter(file -> EDGES.stream().noneMatch(edge -> file.path().contains("/src/main/java/" + edge))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exception",
                "Throwable",
                "RuntimeException",
                "Error",
                "java.lang.Exception",
                "IOException | Error"
            })
    void seesABroadCatch(String type) {
        assertThat(CATCHES.in(catching(type))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IOException", "SQLException | IOException", "StackOverflowError"})
    void leavesNarrowCatchesAlone(String type) {
        assertThat(CATCHES.in(catching(type))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.close(); throw e;", "throw new IllegalStateException(\"while opening\", e);"})
    void leavesACatchThatThrowsOnAlone(String body) {
        String text = "void a() { try { b(); } catch (RuntimeException e) { " + body + " } }";
        assertThat(CATCHES.in(SourceFile.sampleClass(text))).isEmpty();
    }

    private static boolean endsByThrowing(CatchTree node) {
        var statements = node.getBlock().getStatements();
        return !statements.isEmpty() && statements.getLast() instanceof ThrowTree;
    }

    private static SourceFile catching(String type) {
        return SourceFile.sampleClass("void a() { try { b(); } catch (" + type + " e) { c(); } }");
    }
}
