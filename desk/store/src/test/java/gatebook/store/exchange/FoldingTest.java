package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the open operations of one record come to; a question mark was sent without an answer, an x was rejected. */
class FoldingTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "CREATE, 1 CREATE",
        "UPDATE, 1 UPDATE",
        "DELETE, 1 DELETE",
        "CREATE UPDATE, 2 CREATE",
        "CREATE UPDATE UPDATE, 3 CREATE",
        "CREATE DELETE, nothing",
        "CREATE UPDATE DELETE, nothing",
        "UPDATE UPDATE, 2 UPDATE",
        "UPDATE DELETE, 2 DELETE",
        "DELETE UPDATE, 2 UPDATE",
        "CREATE?, 1 CREATE",
        "CREATE? UPDATE, 1 CREATE",
        "CREATE? DELETE, 1 CREATE",
        "UPDATE? UPDATE DELETE, 1 UPDATE",
        "CREATEx, 1 CREATE",
        "CREATEx UPDATE, 2 CREATE",
        "CREATEx DELETE, nothing",
        "UPDATEx UPDATE, 2 UPDATE",
        "UPDATEx DELETE, 2 DELETE",
    })
    void comesTo(String open, String sent) {
        List<QueueRow> rows = new ArrayList<>();
        for (String word : List.of(open.split(" ", -1))) {
            rows.add(row(rows.size() + 1, word));
        }
        switch (Folding.of(rows)) {
            case Folding.Nothing(List<QueueRow> carried) -> {
                assertThat(sent).isEqualTo("nothing");
                assertThat(carried).isEqualTo(rows);
            }
            case Folding.Send(QueueRow last, OperationKind kind, List<QueueRow> carried) -> {
                assertThat(last.id() + " " + kind).isEqualTo(sent);
                assertThat(carried).isEqualTo(rows.subList(0, (int) last.id() - 1));
            }
        }
    }

    private static QueueRow row(long id, String word) {
        QueueRow.Attempt attempt = word.endsWith("?")
                ? QueueRow.Attempt.UNKNOWN
                : word.endsWith("x") ? QueueRow.Attempt.REJECTED : QueueRow.Attempt.NEVER;
        return new QueueRow(
                id,
                new OpId(new UUID(1, id)),
                OperationKind.valueOf(word.replaceAll("[?x]", "")),
                Visits.parked(1, "8822").id(),
                "{}",
                Desk.MORNING,
                "Asha",
                null,
                0,
                3,
                attempt);
    }
}
