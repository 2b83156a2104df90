package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadInputTest {
    private static final Caller DESK = TestCloud.desk();
    private static final String ENTRIES = "/v1/parking/entries";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/v1/sync/changes?limit=abc, limit",
                "/v1/sync/changes?limit=0, limit",
                "/v1/sync/changes?limit=-1, limit",
                "/v1/sync/changes?limit=9999999999999999999, limit",
                "/v1/sync/changes?after=%00, after",
                "/v1/sync/changes?after=a%20b, after",
                "/v1/sync/changes?before=1, before",
                "/v1/sync/changes?limit=1&limit=2, limit",
                "/v1/sync/snapshot?after_uuid=1&cursor=x, after_uuid",
                "/v1/sync/events?x=1, x",
                "/v1/parking/entries?from=yesterday, from",
                "/v1/parking/entries?to=99999-01-01T00:00:00Z, to",
                "/v1/parking/entries?from=%2B999999999-12-31T23:59:59Z, from",
                "/v1/parking/entries?status=parked, status",
                "/v1/parking/entries?payment_status=1, payment_status",
                "/v1/parking/entries?vehicle_number=%20, vehicle_number",
                "/v1/parking/entries?transport_name=%ff%fe, transport_name",
                "/v1/parking/entries?transport_name=%, transport_name",
                "/v1/parking/entries?transport_name=%4, transport_name",
                "/v1/parking/entries?page_token=%27%20or%201=1, page_token",
                "/v1/stats?date=2026-02-30, date",
                "/v1/stats?date=today, date",
                "/v1/stats?date=9999-01-01, date",
            })
    void namesTheParameterThatItCannotUnderstand(String path, String name) {
        String[] parts = path.split("\\?", 2);
        Answer answer = RawCaller.get(DESK, parts[0] + "?" + parts[1]).refusedAs(400, "BAD_PARAMETER");
        assertThat(answer.list("errors").getFirst()).containsEntry("field", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{} {}", "nul", "{\"a\":1,}", "{'a':1}", "\"\\ud800", "[", "{\"fee\":01}", "NaN"})
    void refusesABodyThatIsNotJson(String body) {
        DESK.post(ENTRIES, body).refusedAs(400, "NOT_JSON");
        DESK.post("/v1/sync/push", body).refusedAs(400, "NOT_JSON");
    }

    @Test
    void refusesABodyThatIsNotUtf8OrTooDeep() {
        byte[] latin = "{\"notes\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        DESK.postBytes(ENTRIES, latin, "Content-Type", "application/json").refusedAs(400, "NOT_JSON");
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        DESK.post(ENTRIES, "{\"notes\":" + deep + "}").refusedAs(400, "NOT_JSON");
        DESK.post("/v1/sync/push", deep).refusedAs(400, "NOT_JSON");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"notes\":1`, notes, WRONG_TYPE",
                "`\"notes\":{}`, notes, WRONG_TYPE",
                "`\"notes\":\"a\\u0000b\"`, notes, BAD_TEXT",
                "`\"notes\":\"\\ud800\"`, notes, BAD_TEXT",
                "`\"notes\":\"\\udc00\\ud800\"`, notes, BAD_TEXT",
                "`\"fee\":\"1\"`, fee, WRONG_TYPE",
                "`\"fee\":-0.01`, fee, NEGATIVE",
                "`\"fee\":0.001`, fee, TOO_PRECISE",
                "`\"fee\":1e400`, fee, TOO_LARGE",
                "`\"fee\":1e999999999`, fee, TOO_LARGE",
                "`\"fee\":99999999999999999999`, fee, TOO_LARGE",
                "`\"serial_number\":-1`, serial_number, NEGATIVE",
                "`\"serial_number\":99999999999999999999`, serial_number, TOO_LARGE",
                "`\"serial_number\":1.5`, serial_number, WRONG_TYPE",
                "`\"status\":\"Gone\"`, status, NOT_ONE_OF",
                "`\"exit_time\":\"soon\"`, exit_time, NOT_A_TIME",
                "`\"exit_time\":\"+999999999-12-31T23:59:59Z\"`, exit_time, ABSURD_TIME",
                "`\"exit_time\":\"1960-01-01T00:00:00Z\"`, exit_time, ABSURD_TIME",
                "`\"exit_time\":\"2026-11-21T00:00:00Z\"`, exit_time, EXIT_BEFORE_ENTRY",
                "`\"status\":\"Exited\"`, exit_time, EXIT_WITHOUT_TIME",
                "`\"uuid\":\"1-1-1-1-1\"`, uuid, NOT_A_UUID",
                "`\"colour\":\"red\"`, colour, UNKNOWN_FIELD",
                "`\"sync_status\":\"synced\"`, sync_status, UNKNOWN_FIELD",
                "`\"vehicle_type\":\"Van\"`, vehicle_type, DUPLICATE_FIELD",
            })
    void namesTheFieldAtFaultInAnEntry(String field, String name, String code) {
        Answer answer = DESK.post(ENTRIES, Samples.entry("," + field)).refusedAs(422, "CONTENT_INVALID");
        assertThat(answer.list("errors"))
                .anySatisfy(
                        error -> assertThat(error).containsEntry("field", name).containsEntry("code", code));
        Answer pushed = DESK.push(Samples.create(Samples.id(), "," + field)).is(200);
        assertThat(pushed.list("results").getFirst()).containsEntry("outcome", "rejected");
    }

    @Test
    void namesANoteThatIsTooLong() {
        Answer answer = DESK.post(ENTRIES, Samples.entry(",\"notes\":\"" + "x".repeat(10_001) + "\""))
                .refusedAs(422, "CONTENT_INVALID");
        assertThat(answer.list("errors").getFirst()).containsEntry("code", "TOO_LONG");
        DESK.post(ENTRIES, Samples.entry(",\"notes\":\"" + "x".repeat(10_000_000) + "\""))
                .refusedAs(413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"op_id\":\"[^\"]*\"`, `\"op_id\":\"x\"`",
                "`\"table_name\":\"parking_entries\"`, `\"table_name\":\"users\"`",
                "`\"operation\":\"CREATE\"`, `\"operation\":\"DROP\"`",
                "`\"base_version\":0`, `\"base_version\":-1`",
                "`\"base_version\":0`, `\"base_version\":1e3`",
                "`\"made_at\":\"[^\"]*\"`, `\"made_at\":\"2026-11-22T06:41:00\"`",
                "`\"made_at\":\"[^\"]*\"`, `\"made_at\":\"+999999999-01-01T00:00:00Z\"`",
                "`\"made_at\":\"[^\"]*\"`, `\"made_at\":\"-999999999-01-01T00:00:00Z\"`",
                "`\"actor\":\"Asha\"`, `\"actor\":\"a\\\\u0000\"`",
                "`\"actor\":\"Asha\"`, `\"actor\":\"\\\\ud800\"`",
                "`\"actor\":\"Asha\"`, `\"actor\":\"\"`",
                "`\"actor\":\"Asha\"`, `\"actor\":null`",
                "`\"actor\":\"Asha\"`, `\"actor\":\"Asha\",\"site_id\":1`",
                "`\"device_seq\":[0-9]+`, `\"device_seq\":-1`",
                "`\"device_seq\":[0-9]+`, `\"device_seq\":9e99`",
                "`\"operations\"`, `\"ops\"`",
            })
    void neverFailsOverAFrameThatIsAtFault(String place, String bad) {
        String body = DESK.pushBody(Samples.create(Samples.id(), "")).replaceFirst(place, bad);
        Answer answer = DESK.post("/v1/sync/push", body);
        assertThat(answer.status()).as(body + " -> " + answer.body()).isIn(200, 422);
        if (answer.status() == 200) {
            assertThat(answer.list("results").getFirst().get("outcome")).isEqualTo("rejected");
        }
    }

    @Test
    void refusesAnActorThatIsFarTooLongWithoutFailing() {
        String body = DESK.pushBody(Samples.create(Samples.id(), "")).replace("Asha", "x".repeat(100_000));
        Answer answer = DESK.post("/v1/sync/push", body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "nonsense",
                "application/xml"
            })
    void refusesABodyThatSaysItIsSomethingElse(String type) {
        byte[] body = Samples.entry("").getBytes(StandardCharsets.UTF_8);
        DESK.postBytes(ENTRIES, body, "Content-Type", type).refusedAs(415, "CONTENT_TYPE_UNSUPPORTED");
        DESK.postBytes(ENTRIES, body).refusedAs(415, "CONTENT_TYPE_UNSUPPORTED");
    }

    @Test
    void answersInJsonOrNotAtAll() {
        DESK.get("/v1/stats", "Accept", "text/html").refusedAs(406, "NOT_ACCEPTABLE");
        Answer method = DESK.post("/v1/stats", "{}").refusedAs(405, "METHOD_NOT_ALLOWED");
        assertThat(method.header("Allow")).contains("GET");
        DESK.get("/nothing").refusedAs(404, "NOT_FOUND");
        DESK.get("/v1/nothing").refusedAs(404, "NOT_FOUND");
        DESK.get(ENTRIES + "/not-an-id").refusedAs(404, "NOT_FOUND");
        DESK.get(ENTRIES + "/" + new UUID(0, 0) + "/histories").refusedAs(404, "NOT_FOUND");
    }

    @Test
    void refusesNamesOfDesksThatNobodyCanRead() {
        for (String name : new String[] {"a\\u0000", "\\ud800", " ", "x".repeat(101)}) {
            TestCloud.stranger()
                    .post("/v1/devices", "{\"enrolment_code\":\"A\\u0000\",\"device_name\":\"" + name + "\"}")
                    .refusedAs(422, "CONTENT_INVALID");
        }
        TestCloud.stranger()
                .post(
                        "/v1/devices",
                        "{\"enrolment_code\":\"A\\u0000\\ud800\",\"device_name\":\"Gate\",\"desk_code\":\"\\u0000\"}")
                .refusedAs(422, "ENROLMENT_CODE_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nBad header\r\n\r\n",
                "POST /v1/devices HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                "POST /v1/devices HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST /v1/devices HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "TRACE /health HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void answersBrokenHttpWithAProblemAndNoPage(String request) {
        String answer = RawCaller.exchange(TestCloud.server(), request);
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "Gatebook-Protocol: 1");
        assertThat(answer).doesNotContain("<html", "Exception", "Tomcat");
    }
}
