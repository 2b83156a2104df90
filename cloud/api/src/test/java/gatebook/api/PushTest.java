package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class PushTest {
    private final Caller desk = TestCloud.desk();

    private static Map<String, Object> only(Answer answer) {
        assertThat(answer.is(200).list("results")).hasSize(1);
        return answer.list("results").getFirst();
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    @Test
    void appliesWhatADeskDid() {
        Answer answer = desk.push(Samples.create(Samples.id(), ""));
        assertThat(answer.json()).containsKey("history_id");
        assertThat(only(answer))
                .containsEntry("outcome", "applied")
                .containsEntry("version", new java.math.BigDecimal(1))
                .containsKeys("op_id", "remote_id", "seq");
    }

    @Test
    void answersAnOperationThatCameBeforeAsADuplicate() {
        String operation = Samples.create(Samples.id(), "");
        only(desk.push(operation));
        assertThat(only(desk.push(operation))).containsEntry("outcome", "duplicate");
    }

    @Test
    void answersAnUpdateFromAnOlderVersionWithTheCurrentImage() {
        UUID record = Samples.id();
        only(desk.push(Samples.create(record, "")));
        only(desk.push(Samples.operation("UPDATE", record, 1, Samples.entry(",\"notes\":\"second\""))));
        Map<String, Object> late =
                only(desk.push(Samples.operation("UPDATE", record, 1, Samples.entry(",\"notes\":\"late\""))));
        assertThat(late)
                .containsEntry("outcome", "conflict")
                .containsEntry("conflict_type", "VERSION_MISMATCH")
                .containsEntry("deleted", false);
        assertThat(Json.asObject(late.get("data"))).containsEntry("notes", "second");
    }

    @Test
    void answersAChangeOfARecordThatTheSiteNeverHeldAsAConflictWithNothing() {
        Map<String, Object> answer = only(desk.push(Samples.operation("DELETE", Samples.id(), 3, "null")));
        assertThat(answer)
                .containsEntry("outcome", "conflict")
                .containsEntry("version", java.math.BigDecimal.ZERO)
                .containsEntry("data", null);
    }

    @Test
    void rejectsOneBadOperationAndAppliesTheRest() {
        Answer answer = desk.push(Samples.create(Samples.id(), ",\"fee\":-1"), Samples.create(Samples.id(), ""));
        assertThat(answer.is(200).list("results"))
                .extracting(result -> result.get("outcome"))
                .containsExactly("rejected", "applied");
        assertThat(Json.asList(answer.list("results").getFirst().get("errors")).getFirst())
                .containsEntry("field", "fee")
                .containsEntry("code", "NEGATIVE");
    }

    @Test
    void leavesNothingBehindAfterARehearsal() {
        UUID record = Samples.id();
        String body = desk.pushBody(Samples.create(record, "")).replaceFirst("\\{", "{\"dry_run\":true,");
        assertThat(only(desk.post("/v1/sync/push", body))).containsEntry("outcome", "applied");
        desk.get("/v1/parking/entries/" + record).refusedAs(404, "NOT_FOUND");
    }

    @Test
    void refusesARequestNumberThatCameBeforeAndChangesNothing() {
        UUID record = Samples.id();
        only(desk.push(Samples.create(Samples.id(), "")));
        desk.deviceSeq().decrementAndGet();
        desk.push(Samples.create(record, "")).refusedAs(409, "DESK_CLONED");
        desk.get("/v1/parking/entries/" + record).refusedAs(404, "NOT_FOUND");
    }

    @Test
    void takesABodyThatIsPackedAndPacksTheAnswer() throws IOException {
        String[] operations = new String[50];
        for (int at = 0; at < operations.length; at++) {
            operations[at] = Samples.create(Samples.id(), "");
        }
        byte[] body = packed(desk.pushBody(operations).getBytes(StandardCharsets.UTF_8));
        Answer answer = desk.postBytes(
                "/v1/sync/push",
                body,
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip",
                "Accept-Encoding",
                "gzip");
        assertThat(answer.is(200).header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.list("results")).hasSize(50);
    }

    @Test
    void refusesMoreOperationsThanARequestMayHold() {
        String[] operations = new String[1_001];
        for (int at = 0; at < operations.length; at++) {
            operations[at] = Samples.create(Samples.id(), "");
        }
        desk.push(operations).refusedAs(413, "TOO_MANY_OPERATIONS");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String note = ",\"notes\":\"" + "x".repeat(10_000_000) + "\"";
        desk.push(Samples.create(Samples.id(), note)).refusedAs(413, "BODY_TOO_LARGE");
    }

    @Test
    void refusesABodyThatUnpacksIntoTooMuch() throws IOException {
        byte[] bomb = packed(String.join("", Collections.nCopies(64, " ".repeat(1 << 20)))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(bomb.length).isLessThan(1 << 20);
        desk.postBytes("/v1/sync/push", bomb, "Content-Type", "application/json", "Content-Encoding", "gzip")
                .refusedAs(413, "BODY_TOO_LARGE");
    }

    @Test
    void refusesABodyThatIsPackedWrongly() {
        byte[] plain = "{}".getBytes(StandardCharsets.UTF_8);
        desk.postBytes("/v1/sync/push", plain, "Content-Type", "application/json", "Content-Encoding", "gzip")
                .refusedAs(400, "BAD_REQUEST");
        desk.postBytes("/v1/sync/push", plain, "Content-Type", "application/json", "Content-Encoding", "br")
                .refusedAs(415, "CONTENT_ENCODING_UNSUPPORTED");
    }
}
