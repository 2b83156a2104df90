package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import gatebook.checks.source.Exemptions;
import gatebook.checks.source.Finding;
import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL stands in the two modules that keep the register and in the barest programs beside which they are measured. */
final class SqlTest {
    private static final Pattern KEEPERS =
            Pattern.compile("^(desk/store/|cloud/ledger/|proof/bench/src/main/java/gatebook/bench/floor/)");
    private static final Pattern STATEMENT = Pattern.compile(
            "^\\s*(SELECT\\s|INSERT\\s+(OR\\s|INTO\\s)|UPDATE\\s+\\S+\\s+SET\\s|DELETE\\s+FROM\\s"
                    + "|CREATE\\s+(TEMP\\s+)?(UNIQUE\\s+)?(TABLE|INDEX|TRIGGER|VIEW)\\s|ALTER\\s+TABLE\\s|DROP\\s+(TABLE|INDEX)\\s"
                    + "|WITH\\s+(RECURSIVE\\s+)?\\w+\\s*(\\(.*?\\)\\s*)?AS\\s)",
            Pattern.DOTALL);

    private static final Rule SQL = new Rule(
            "sql-place",
            "move the statement to the class of its table in desk/store or cloud/ledger",
            file -> file.syntax()
                    .nodes(LiteralTree.class)
                    .filter(node -> node.getValue() instanceof String text
                            && STATEMENT.matcher(text).find())
                    .map(node -> new Spot(
                            file.syntax().line(node),
                            node.getValue()
                                    .toString()
                                    .strip()
                                    .lines()
                                    .findFirst()
                                    .orElse(""))));

    @Test
    void sqlIsWrittenOnlyWhereTheRegisterIsKept() {
        SQL.holdsIn(Tree.mainJava().filter(file -> !KEEPERS.matcher(file.path()).find()));
    }

    @Test
    void sqlFilesLieOnlyWhereTheRegisterIsKept() {
        Exemptions.hold(
                "sql-file",
                Tree.files()
                        .filter(file -> file.path().toLowerCase(Locale.ROOT).endsWith(".sql"))
                        .filter(file -> !KEEPERS.matcher(file.path()).find())
                        .map(file -> new Finding(
                                "sql-file", file.path(), new Spot(1, "SQL"), "move it to desk/store or cloud/ledger")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "INSERT INTO a VALUES (1)",
                "UPDATE a SET b = 1",
                "DELETE FROM a",
                "CREATE TABLE a (b)",
                "CREATE UNIQUE INDEX a ON b (c)",
                "WITH a AS (SELECT 1) SELECT * FROM a"
            })
    void seesAStatement(String sql) {
        assertThat(SQL.in(SourceFile.sampleClass("String a = \"" + sql + "\";")))
                .hasSize(1);
        assertThat(SQL.in(SourceFile.sampleClass("String a = \"\"\"\n    " + sql + "\n    \"\"\";")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "UPDATE", "Select an entry", "WITH", "CREATE"})
    void leavesWordsAlone(String text) {
        assertThat(SQL.in(SourceFile.sampleClass("String a = \"" + text + "\";")))
                .isEmpty();
    }
}
