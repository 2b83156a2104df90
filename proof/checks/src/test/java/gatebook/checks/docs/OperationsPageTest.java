package gatebook.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Tree;
import gatebook.rules.refusal.Refusal;
import gatebook.store.query.ConflictItem;
import gatebook.store.rollback.UndoStep;
import gatebook.store.witness.FindingKind;
import gatebook.sync.connectivity.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what to do when something is wrong knows all that a person can be told. */
final class OperationsPageTest {
    private static final String PAGE = "docs/operations.md";
    private static final String CARD = "desk/cli/src/main/java/gatebook/cli/ConflictCard.java";

    /** What stands in the inbox, in the words of the card; from {@code about} on up to the ways to decide. */
    private static final Pattern SAID = Pattern.compile("(?m)^ +(?:case \\w+ -> )?\"([^\"]{12,})\"");

    /** A row whose last cell tells what to do. */
    private static boolean isAnswered(String page, String word) {
        return Pattern.compile("(?m)^\\|[^\\n]*" + Pattern.quote(word) + "[^|\\n]*\\|[^\\n]*\\w{3,}[^\\n]*\\|$")
                .matcher(page)
                .find();
    }

    private static String page() {
        return Tree.file(PAGE).map(SourceFile::text).orElseThrow();
    }

    private static List<String> unanswered(Stream<String> words) {
        String page = page();
        return words.filter(word -> !isAnswered(page, word)).toList();
    }

    @Test
    void everyCauseOfTheStatusLineIsAnswered() {
        assertThat(unanswered(Arrays.stream(Cause.values()).map(cause -> "`" + cause.text() + "`")))
                .isEmpty();
    }

    @Test
    void everyKindOfFindingIsAnswered() {
        assertThat(unanswered(Arrays.stream(FindingKind.values()).map(kind -> "`" + kind.text() + "`")))
                .isEmpty();
    }

    @Test
    void everyReasonForWhichAnUndoLeavesARecordIsAnswered() {
        assertThat(unanswered(Arrays.stream(UndoStep.Reason.values()).map(reason -> "`" + reason + "`")))
                .isEmpty();
    }

    @Test
    void everyRefusalIsAnswered() {
        assertThat(unanswered(Arrays.stream(Refusal.values()).map(refusal -> refusal.code() + " | `" + refusal + "`")))
                .isEmpty();
    }

    @Test
    void everyKindOfInboxItemIsAnsweredInTheWordsOfItsCard() {
        List<String> said = said(Tree.file(CARD).map(SourceFile::text).orElseThrow());
        // One kind has words of its own for each type of conflict.
        assertThat(said).hasSizeGreaterThanOrEqualTo(ConflictItem.About.values().length);
        assertThat(unanswered(said.stream())).isEmpty();
    }

    private static List<String> said(String card) {
        int from = card.indexOf("String about(");
        return SAID.matcher(card.substring(from, card.indexOf("String ways(", from)))
                .results()
                .map((MatchResult found) -> found.group(1).split(",", -1)[0].strip())
                .toList();
    }

    @Test
    void seesWhatNobodyAnswers() {
        assertThat(isAnswered("| `a` | do this |", "`a`")).isTrue();
        assertThat(isAnswered("| `a`, `b` | do this |", "`a`")).isTrue();
        assertThat(isAnswered("| `a` | |", "`a`")).isFalse();
        assertThat(isAnswered("see `a` there", "`a`")).isFalse();
        assertThat(
                        said(
                                "String about() { switch {\n    case A -> \"the vehicle is lost, or not\";\n } String ways() {"))
                .containsExactly("the vehicle is lost");
    }
}
