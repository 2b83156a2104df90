package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** W1: two real desks, and a cloud that was restored from an older backup or failed over without its last commits. */
@Tag("W1")
class RestoredCloudTest {
    @TempDir
    Path folder;

    private LosingCloud cloud;
    private TestHome a;
    private TestHome b;

    @BeforeEach
    void aSiteWithTwoDesks() {
        cloud = new LosingCloud(folder);
        String site = cloud.site();
        a = cloud.desk(folder.resolve("a"), site);
        b = cloud.desk(folder.resolve("b"), site);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void whatTheCloudLostIsSentAgainAndNothingTwice() {
        String kept = a.enter("MH12AB0001").text("uuid");
        String edited = a.enter("MH12AB0002").text("uuid");
        String voided = a.enter("MH12AB0003").text("uuid");
        synced(a, b);
        cloud.backUp();
        a.json("edit", edited, "--set", "notes=lamp broken");
        a.json("exit", edited, "--pay", "Cash");
        a.json("delete", voided, "--reason", "typed twice");
        String fresh = a.enter("MH12AB0004").text("uuid");
        String gone = a.enter("MH12AB0005").text("uuid");
        synced(a);
        a.json("delete", gone, "--reason", "a test");
        synced(a);
        Map<String, Map<String, Object>> before = records(a);
        cloud.restore();
        String later = a.enter("MH12AB0006").text("uuid");
        synced(a, b, a, b);
        assertOneBook();
        Map<String, Map<String, Object>> after = records(a);
        assertThat(after).containsOnlyKeys(kept, edited, fresh, later);
        assertThat(after.get(edited))
                .containsEntry("notes", "lamp broken")
                .containsEntry("status", "Exited")
                .containsEntry("payment_status", "Paid");
        before.forEach((id, record) -> assertThat(content(after.get(id))).isEqualTo(content(record)));
        assertThat(a.json("status").text("pending")).isEqualTo("0");
    }

    @Test
    void theDeskThatKnowsLessMayComeFirst() {
        knownUnequally();
        synced(b, a, b, a);
        assertTheNewestStands();
    }

    @Test
    void theDeskThatKnowsMoreMayComeFirst() {
        knownUnequally();
        synced(a, b, a, b);
        assertTheNewestStands();
    }

    private String shared;
    private String born;

    /** B took the money, A wrote a note later that B never saw; the cloud has lost both, and one record wholly. */
    private void knownUnequally() {
        shared = a.enter("MH12AB0001").text("uuid");
        synced(a, b);
        cloud.backUp();
        b.json("exit", shared, "--pay", "Cash");
        born = b.enter("MH12AB0002").text("uuid");
        synced(b, a);
        a.json("edit", shared, "--set", "notes=first");
        a.json("edit", born, "--set", "transport_name=Newer Carriers");
        synced(a, b);
        a.json("edit", shared, "--set", "notes=second");
        a.json("edit", born, "--set", "vehicle_number=MH12AB9999");
        synced(a);
        cloud.restore();
    }

    private void assertTheNewestStands() {
        assertOneBook();
        Map<String, Map<String, Object>> records = records(b);
        assertThat(records.get(shared)).containsEntry("notes", "second").containsEntry("payment_status", "Paid");
        assertThat(records.get(born))
                .containsEntry("vehicle_number", "MH12AB9999")
                .containsEntry("transport_name", "Newer Carriers");
        assertThat(a.json("conflicts", "--all").list()).isEmpty();
        assertThat(b.json("conflicts", "--all").list()).isEmpty();
    }

    @Test
    void whatADeskWroteOnTheRestoredCloudIsMergedWithWhatWasLost() {
        String noted = a.enter("MH12AB0001").text("uuid");
        String paid = a.enter("MH12AB0002").text("uuid");
        synced(a, b);
        cloud.backUp();
        a.json("edit", noted, "--set", "notes=by A");
        a.json("exit", paid, "--pay", "Cash");
        synced(a);
        cloud.restore();
        b.json("edit", noted, "--set", "driver_name=by B");
        b.json("exit", paid, "--pay", "Online");
        synced(b);
        TestHome.Said said = a.json("sync");
        assertThat(said.code()).as(said.err()).isEqualTo(3);
        synced(b);
        assertThat(records(b).get(noted)).containsEntry("notes", "by A").containsEntry("driver_name", "by B");
        assertThat(records(a).get(noted)).containsEntry("notes", "by A").containsEntry("driver_name", "by B");
        assertThat(a.json("conflicts").list())
                .hasSize(1)
                .first()
                .satisfies(item -> assertThat(item)
                        .containsEntry("record_uuid", paid)
                        .containsEntry("conflict_type", "BUSINESS_RULE_VIOLATION"));
    }

    @Test
    void aCloudThatIsRestoredTwiceIsHealedTwice() {
        String uuid = a.enter("MH12AB0001").text("uuid");
        synced(a, b);
        cloud.backUp();
        a.json("edit", uuid, "--set", "notes=kept");
        synced(a, b);
        cloud.restore();
        synced(a);
        cloud.restore();
        synced(b, a, b);
        assertOneBook();
        assertThat(records(b).get(uuid)).containsEntry("notes", "kept");
    }

    @Test
    void aDeskThatOnlySendsNoticesTooBeforeAnythingIsTakenIn() {
        String uuid = a.enter("MH12AB0001").text("uuid");
        synced(a, b);
        cloud.backUp();
        a.json("exit", uuid, "--pay", "Cash");
        synced(a);
        cloud.restore();
        a.json("edit", uuid, "--set", "notes=after the loss");
        assertThat(a.json("sync", "--entry", uuid).code()).isZero();
        synced(a, b);
        assertOneBook();
        assertThat(records(b).get(uuid))
                .containsEntry("payment_status", "Paid")
                .containsEntry("notes", "after the loss");
    }

    private static void synced(TestHome... desks) {
        for (TestHome desk : desks) {
            TestHome.Said said = desk.json("sync");
            assertThat(said.code()).as(said.err()).isZero();
        }
    }

    private void assertOneBook() {
        assertThat(records(a)).isEqualTo(records(b));
        for (TestHome desk : List.of(a, b)) {
            assertThat(desk.json("conflicts").list()).isEmpty();
            assertThat(desk.json("audit", "verify").code()).isZero();
            assertThat(desk.json("sync", "--full").object())
                    .containsEntry("pulled", new Json.Digits("0"))
                    .containsEntry("pushed", new Json.Digits("0"));
        }
    }

    /** Every record by its id, without what is the desk's own. */
    private static Map<String, Map<String, Object>> records(TestHome desk) {
        Map<String, Map<String, Object>> records = new TreeMap<>();
        for (Map<String, Object> row : desk.json("list", "--limit", "1000").list()) {
            Map<String, Object> record = new TreeMap<>(row);
            record.keySet().removeAll(List.of("sync_status", "remote_id", "last_sync_at"));
            records.put(row.get("uuid").toString(), record);
        }
        return records;
    }

    private static Map<String, Object> content(Map<String, Object> record) {
        Map<String, Object> content = new TreeMap<>(record);
        content.remove("remote_version");
        return content;
    }
}
