package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.site.SiteId;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FeedTest {
    private final Caller desk = TestCloud.desk();

    private List<String> entries(int count) {
        List<String> records = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String record = Samples.id().toString();
            desk.push(Samples.create(java.util.UUID.fromString(record), "")).is(200);
            records.add(record);
        }
        return records;
    }

    @Test
    void handsOutChangesPageByPageUntilNoneIsLeft() {
        List<String> records = entries(5);
        List<Object> seen = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            Map<String, Object> page =
                    desk.get("/v1/sync/changes?limit=2&after=" + cursor).is(200).json();
            assertThat(page.keySet()).containsExactly("history_id", "changes", "cursor", "more", "strategies");
            Json.asList(page.get("changes")).forEach(change -> seen.add(change.get("record_uuid")));
            cursor = (String) page.get("cursor");
            more = (boolean) page.get("more");
        }
        assertThat(seen).containsExactlyElementsOf(records);
        assertThat(desk.get("/v1/sync/changes?after=" + cursor).is(200).list("changes"))
                .isEmpty();
    }

    @Test
    void tellsWhatTheSiteChoseForConflicts() {
        SiteId site = TestCloud.site();
        Caller gate = TestCloud.desk(site);
        assertThat(gate.get("/v1/sync/changes").is(200).json().get("strategies"))
                .isEqualTo(Map.of());
        TestCloud.administration()
                .choose(new SiteAdministration.Site(site.value()), FieldGroup.DESCRIPTION, Strategy.REMOTE_WINS);
        assertThat(gate.get("/v1/sync/changes").is(200).json().get("strategies"))
                .isEqualTo(Map.of("VERSION_MISMATCH", Map.of("DESCRIPTION", "REMOTE_WINS")));
    }

    @Test
    void givesAChangeWithItsImageAndWhoMadeIt() {
        entries(1);
        Map<String, Object> change =
                desk.get("/v1/sync/changes").is(200).list("changes").getFirst();
        assertThat(change.keySet())
                .containsExactly(
                        "seq",
                        "table_name",
                        "record_uuid",
                        "version",
                        "deleted",
                        "changed_at",
                        "changed_by_device",
                        "changed_by",
                        "data");
        assertThat(change)
                .containsEntry("changed_by_device", desk.device().toString())
                .containsEntry("changed_by", "Asha")
                .containsEntry("deleted", false);
        assertThat(Json.asObject(change.get("data")))
                .containsEntry("uuid", change.get("record_uuid"))
                .doesNotContainKeys("remote_id", "version", "sync_status");
    }

    @Test
    void tellsACursorOfAnotherHistoryFromNothingNew() {
        Caller other = TestCloud.desk();
        other.push(Samples.create(Samples.id(), "")).is(200);
        String foreign = (String) other.get("/v1/sync/changes").json().get("cursor");
        desk.get("/v1/sync/changes?after=" + foreign).refusedAs(410, "HISTORY_CHANGED");
        desk.get("/v1/sync/changes?after=made-up").refusedAs(410, "HISTORY_CHANGED");
    }

    @Test
    void packsAPageForWhoAcceptsIt() {
        entries(20);
        Answer page = desk.get("/v1/sync/changes", "Accept-Encoding", "gzip").is(200);
        assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(page.list("changes")).hasSize(20);
    }

    @Test
    void streamsEveryRecordAndThenTheCursor() {
        List<String> records = entries(3);
        Answer snapshot = desk.get("/v1/sync/snapshot").is(200);
        assertThat(snapshot.header("Content-Type")).isEqualTo("application/x-ndjson");
        List<String> lines = snapshot.body().lines().toList();
        assertThat(lines.subList(0, 3))
                .extracting(line -> Json.object(line).get("record_uuid"))
                .containsExactlyInAnyOrderElementsOf(records);
        Map<String, Object> end = Json.object(lines.getLast());
        assertThat(end.keySet()).containsExactly("cursor");
        assertThat(desk.get("/v1/sync/changes?after=" + end.get("cursor"))
                        .is(200)
                        .list("changes"))
                .isEmpty();
    }

    @Test
    void goesOnWithASnapshotThatWasCutOff() {
        entries(4);
        Answer first = desk.get("/v1/sync/snapshot").is(200);
        List<String> lines = first.body().lines().toList();
        Object second = Json.object(lines.get(1)).get("record_uuid");
        Answer rest = desk.get("/v1/sync/snapshot?after_uuid=" + second + "&cursor=" + first.header("Gatebook-Cursor"))
                .is(200);
        assertThat(rest.body().lines().toList().subList(0, 2)).isEqualTo(lines.subList(2, 4));
        desk.get("/v1/sync/snapshot?after_uuid=" + second).refusedAs(400, "BAD_PARAMETER");
        String foreign = TestCloud.desk().get("/v1/sync/snapshot").header("Gatebook-Cursor");
        desk.get("/v1/sync/snapshot?after_uuid=" + second + "&cursor=" + foreign)
                .refusedAs(410, "HISTORY_CHANGED");
    }

    @Test
    void endsTheSnapshotOfAnEmptySiteAtOnce() {
        List<String> lines =
                desk.get("/v1/sync/snapshot").is(200).body().lines().toList();
        assertThat(lines).hasSize(1);
        assertThat(Json.object(lines.getFirst())).containsKey("cursor");
    }
}
