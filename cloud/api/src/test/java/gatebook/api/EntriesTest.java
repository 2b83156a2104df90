package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EntriesTest {
    private static final String ENTRIES = "/v1/parking/entries";

    private final Caller desk = TestCloud.desk();

    private String created(String more) {
        return (String) desk.post(ENTRIES, Samples.entry(more)).is(201).json().get("uuid");
    }

    @Test
    void keepsANewEntryAndSaysWhereItIs() {
        Answer answer = desk.post(ENTRIES, Samples.entry(",\"fee\":225.5")).is(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location"))
                .isEqualTo(ENTRIES + "/" + answer.json().get("uuid"));
        assertThat(answer.body()).contains("\"fee\":225.50");
        assertThat(answer.json())
                .containsKeys("remote_id", "version", "ticket_no")
                .containsEntry("status", "Parked");
        Answer read = desk.get(answer.header("Location")).is(200);
        assertThat(read.body()).isEqualTo(answer.body());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        desk.get(answer.header("Location"), "If-None-Match", "\"1\"").is(304);
    }

    @Test
    void answersARepeatedCreationAsTheFirstTimeAndRefusesTheKeyForAnother() {
        String entry = Samples.entry("");
        Answer first = desk.post(ENTRIES, entry, "Idempotency-Key", "key-1").is(201);
        Answer again = desk.post(ENTRIES, entry, "Idempotency-Key", "key-1").is(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        desk.post(ENTRIES, Samples.entry(""), "Idempotency-Key", "key-1").refusedAs(422, "IDEMPOTENCY_KEY_REUSED");
        TestCloud.desk()
                .post(ENTRIES, Samples.entry(""), "Idempotency-Key", "key-1")
                .is(201);
        desk.post(ENTRIES, entry, "Idempotency-Key", "x".repeat(201)).refusedAs(400, "BAD_PARAMETER");
    }

    @Test
    void refusesANewEntryWithAnIdThatIsTaken() {
        String uuid = created("");
        Answer clash =
                desk.post(ENTRIES, Samples.entry(",\"uuid\":\"" + uuid + "\"")).refusedAs(409, "CONFLICTS");
        assertThat(Json.asObject(clash.json().get("entry"))).containsEntry("uuid", uuid);
    }

    @Test
    void replacesAnEntryOnlyFromTheVersionThatTheCallerSaw() {
        String path = ENTRIES + "/" + created("");
        String changed = Samples.entry(",\"notes\":\"gate 2\"");
        desk.put(path, changed).refusedAs(428, "IF_MATCH_MISSING");
        Answer second = desk.put(path, changed, "If-Match", "\"1\"").is(200);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(second.json()).containsEntry("notes", "gate 2");
        Answer stale = desk.put(path, Samples.entry(""), "If-Match", "\"1\"").refusedAs(412, "VERSION_STALE");
        assertThat(stale.header("ETag")).isEqualTo("\"2\"");
        assertThat(Json.asObject(stale.json().get("entry"))).containsEntry("notes", "gate 2");
        desk.put(path, changed, "If-Match", "\"of-another-server\"").refusedAs(412, "VERSION_STALE");
        desk.put(path, changed, "If-Match", "2").refusedAs(400, "BAD_PARAMETER");
        desk.put(path, second.body(), "If-Match", "*").is(200);
    }

    @Test
    void voidsAnEntryAndKeepsItsHistory() {
        String path = ENTRIES + "/" + created("");
        desk.delete(path).refusedAs(428, "IF_MATCH_MISSING");
        desk.delete(path, "If-Match", "\"7\"").refusedAs(412, "VERSION_STALE");
        Answer gone =
                desk.delete(path, "If-Match", "\"1\"", "Gatebook-Actor", "Asha").is(204);
        assertThat(gone.body()).isEmpty();
        desk.get(path).refusedAs(404, "NOT_FOUND");
        desk.delete(path, "If-Match", "\"2\"").refusedAs(404, "NOT_FOUND");
        desk.put(path, Samples.entry(""), "If-Match", "\"2\"").refusedAs(404, "NOT_FOUND");
        List<Map<String, Object>> history = desk.get(path + "/history").is(200).list("history");
        assertThat(history).extracting(row -> row.get("operation")).containsExactly("CREATE", "DELETE");
        assertThat(history.getLast())
                .containsEntry("actor", "Asha")
                .containsEntry("desk_code", "A")
                .containsEntry("device_id", desk.device().toString())
                .containsEntry("after", null);
    }

    @Test
    void findsEntriesByWhatTheySay() {
        desk.post(ENTRIES, Samples.entry(",\"payment_status\":\"Paid\"")).is(201);
        Map<String, Object> other =
                desk.post(ENTRIES, Samples.entry("")).is(201).json();
        assertThat(desk.get(ENTRIES + "?payment_status=Paid").list("entries")).hasSize(1);
        assertThat(desk.get(ENTRIES + "?vehicle_number=" + other.get("vehicle_number"))
                        .list("entries"))
                .containsExactly(other);
        assertThat(desk.get(ENTRIES + "?transport_name=konkan+carriers&vehicle_type=Trailer&status=Parked")
                        .list("entries"))
                .hasSize(2);
        assertThat(desk.get(ENTRIES + "?from=2026-11-22T12:10:10.536&to=2026-11-22T12:10:11+05:30")
                        .list("entries"))
                .as("a time without an offset is one of the site's zone")
                .hasSize(2);
        assertThat(desk.get(ENTRIES + "?from=2026-11-22T12:10:11").list("entries"))
                .isEmpty();
        assertThat(desk.get(ENTRIES + "?from=2026-11-22&to=2026-11-22").list("entries"))
                .as("a day is meant to its end, by the site's calendar")
                .hasSize(2);
        assertThat(desk.get(ENTRIES + "?to=2026-11-21").list("entries")).isEmpty();
        assertThat(desk.get(ENTRIES
                                + "?status=&vehicle_number=&transport_name=&vehicle_type=&payment_status=&from=&to="
                                + "&limit=&page_token=")
                        .list("entries"))
                .as("an empty parameter is none")
                .hasSize(2);
    }

    @Test
    void leadsFromPageToPage() {
        for (int at = 0; at < 5; at++) {
            created("");
        }
        List<Object> seen = new ArrayList<>();
        Object token = "";
        while (token != null) {
            Answer page = desk.get(ENTRIES + "?limit=2&page_token=" + token).is(200);
            page.list("entries").forEach(entry -> seen.add(entry.get("uuid")));
            token = page.json().get("next_page_token");
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        desk.get(ENTRIES + "?page_token=made-up").refusedAs(400, "BAD_PARAMETER");
    }

    @Test
    void countsTheDayInTheSitesOwnZone() {
        created(
                ",\"status\":\"Exited\",\"exit_time\":\"2026-11-22T08:00:00Z\",\"fee\":225,\"payment_status\":\"Paid\"");
        created("");
        Answer stats = desk.get("/v1/stats?date=2026-11-22").is(200);
        assertThat(stats.body()).contains("\"income\":225.00", "\"parked\":2", "\"exited\":1", "\"occupancy\":1");
        assertThat(stats.body()).as("by names that a desk uses as well").contains("\"entered\":2", "\"inside\":1");
        desk.get("/v1/stats").is(200);
    }
}
