package gatebook.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Tree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a document promises row by row, a test keeps under the row's id. */
final class LabelledRowsTest {
    /** One line for each table; faults, laws and security checks name their tests: {@link FaultsListTest}. */
    static final List<LabelledRows> TABLES =
            List.of(new LabelledRows("docs/conflicts.md", Pattern.compile("[A-Z]\\d{1,2}")));

    private static final LabelledRows SAMPLE = new LabelledRows("docs/a.md", Pattern.compile("[A-Z]\\d{1,2}"));
    private static final SourceFile DOCUMENT =
            new SourceFile("docs/a.md", "| id | a |\n|---|---|\n| V1 | x |\n| V2 | y |\n```\n| V3 | z |\n```\n");

    @ParameterizedTest
    @FieldSource("TABLES")
    void everyRowIsKeptByATest(LabelledRows table) {
        Set<String> labels = LabelledRows.labelsOfTheTree();
        new Rule(
                        "labelled-row",
                        "write the test, and let a string in it start with the row's id",
                        file -> table.unkept(file, labels))
                .holdsIn(Tree.file(table.document()).stream());
    }

    @Test
    void seesARowWithoutTest() {
        assertThat(SAMPLE.unkept(DOCUMENT, Set.of("V1"))).extracting("what").containsExactly("V2");
        assertThat(SAMPLE.unkept(DOCUMENT, Set.of("V1", "V2"))).isEmpty();
    }

    @Test
    void readsLabelsFromStringsTextBlocksAndTables() {
        String test = "final class ATest { @Tag(\"V1\") void a() { b(\"V2: notes\", \"see V9\"); "
                + "c(\"\"\"\n  V3 | notes\n  M4, d\n  \"\"\"); } }";
        assertThat(LabelledRows.labels(new SourceFile("a/src/test/java/gatebook/a/ATest.java", test)))
                .containsExactlyInAnyOrder("V1", "V2", "V3", "M4");
        assertThat(LabelledRows.labels(new SourceFile("a/src/test/resources/a.csv", "F-A1,x\n| L2 | y |\n")))
                .containsExactlyInAnyOrder("F-A1", "L2");
    }
}
