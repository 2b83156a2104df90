package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncCommandsTest {
    private static final TestCloud CLOUD = TestCloud.running();

    @TempDir
    Path folder;

    private String site;
    private TestHome a;
    private TestHome b;

    @BeforeEach
    void twoDesksOfOneSite() {
        site = CLOUD.site();
        a = CLOUD.desk(folder.resolve("a"), site, CLOUD.url());
        b = CLOUD.desk(folder.resolve("b"), site, CLOUD.url());
    }

    @Test
    void whatOneDeskWritesTheOtherReads() {
        String uuid = a.enter("MH12AB1234").text("uuid");
        TestHome.Said pushed = a.json("sync");
        assertThat(pushed.code()).isZero();
        assertThat(pushed.object().keySet())
                .containsExactly("run", "outcome", "pushed", "pulled", "merged", "conflicts", "rejected", "failed");
        assertThat(pushed.object()).containsEntry("outcome", "completed").containsEntry("pushed", new Json.Digits("1"));
        assertThat(b.json("sync").object()).containsEntry("pulled", new Json.Digits("1"));
        Map<String, Object> there = b.json("show", uuid).object();
        assertThat(there)
                .containsEntry("ticket_no", "A-00001")
                .containsEntry("sync_status", "synced")
                .containsEntry("remote_version", new Json.Digits("1"));
        assertThat(a.json("show", uuid).object().get("remote_id")).isNotNull();
    }

    @Test
    void theStatusIsThatOfTheContract() {
        Map<String, Object> status = a.json("status").object();
        assertThat(status.keySet())
                .containsExactlyInAnyOrder(
                        "connection",
                        "cause",
                        "pending",
                        "failed",
                        "conflicts",
                        "oldest_pending_at",
                        "last_push_at",
                        "last_pull_at",
                        "desk_code",
                        "site_id",
                        "clock_skew_ms",
                        "audit_findings",
                        "database");
        assertThat(status)
                .containsEntry("connection", "online")
                .containsEntry("cause", null)
                .containsEntry("pending", new Json.Digits("0"))
                .containsEntry("desk_code", "A")
                .containsEntry("site_id", site)
                .containsEntry("database", "ok");
        assertThat(b.json("status").text("desk_code")).isEqualTo("B");
        TestHome alone = TestHome.now(folder.resolve("alone"));
        assertThat(alone.json("status").object())
                .containsEntry("connection", "not_enrolled")
                .containsEntry("site_id", null);
    }

    @Test
    void aDeskThatCannotReachTheCloudSaysSoAndKeepsEverything() throws IOException {
        TestHome cut;
        try (CuttableLine line = new CuttableLine(URI.create(CLOUD.url()).getPort())) {
            cut = CLOUD.desk(folder.resolve("c"), site, line.address().toString());
        }
        cut.enter("MH12AB1234");
        TestHome.Said sync = cut.json("sync");
        assertThat(sync.code()).isEqualTo(4);
        assertThat(sync.err()).contains("GB-1202 ");
        assertThat(sync.object()).containsEntry("outcome", "offline");
        assertThat(cut.json("status").object())
                .containsEntry("connection", "offline")
                .containsEntry("cause", "no_network")
                .containsEntry("pending", new Json.Digits("1"))
                .containsEntry("failed", new Json.Digits("0"));
    }

    @Test
    void aRehearsalSaysWhatASyncWouldDoAndChangesNothing() {
        String uuid = a.enter("MH12AB1234").text("uuid");
        a.json("sync");
        b.json("sync");
        b.json("edit", uuid, "--set", "notes=from B");
        b.json("sync");
        a.json("edit", uuid, "--set", "location=from A");
        a.enter("GJ01XY4321");
        String queue = a.json("queue").out();
        TestHome.Said rehearsed = a.json("sync", "--dry-run");
        assertThat(rehearsed.code()).isZero();
        assertThat(rehearsed.object())
                .containsEntry("dry_run", true)
                .containsEntry("pushed", new Json.Digits("2"))
                .containsEntry("merged", new Json.Digits("1"));
        assertThat(a.json("queue").out()).isEqualTo(queue);
        assertThat(b.json("sync").object()).containsEntry("pulled", new Json.Digits("0"));
        TestHome.Said real = a.json("sync");
        assertThat(real.object())
                .containsEntry("pushed", new Json.Digits("2"))
                .containsEntry("merged", new Json.Digits("1"));
        assertThat(a.json("show", uuid).object())
                .containsEntry("notes", "from B")
                .containsEntry("location", "from A");
    }

    @Test
    void oneEntryOrEverythingCanBeSynced() {
        String first = a.enter("1111").text("uuid");
        String second = a.enter("2222").text("uuid");
        assertThat(a.json("sync", "--entry", first).object()).containsEntry("pushed", new Json.Digits("1"));
        assertThat(a.json("show", second).text("sync_status")).isEqualTo("pending");
        assertThat(a.json("sync", "--full").object()).containsEntry("pushed", new Json.Digits("1"));
    }

    @Test
    void aWatchingDeskSendsWhatAnotherProcessWritesAndEndsWhenTold() {
        StopSignal stop = new StopSignal();
        Started watching = Started.of(a, stop, "sync", "--watch", "--json");
        TestHome.until("the watch has begun", () -> watching.err().contains("syncing with"));
        String uuid = a.enter("MH12AB1234").text("uuid");
        TestHome.until(
                "the entry was sent",
                () -> a.json("show", uuid).text("sync_status").equals("synced"));
        TestHome.until("the run is told", () -> watching.err().contains("1 sent"));
        assertThat(a.json("sync", "--watch").err()).startsWith("GB-1109 ");
        stop.ask();
        assertThat(watching.ended().join()).isZero();
        assertThat(watching.err()).contains("online", "ended");
        assertThat(Json.object(watching.out())).containsEntry("pushed", new Json.Digits("1"));
    }

    @Test
    void aSyncBesideAWatchIsDoneOnceWhatWaitedWentThatWay() throws IOException {
        try (CuttableLine line = new CuttableLine(URI.create(CLOUD.url()).getPort())) {
            TestHome c = CLOUD.desk(folder.resolve("c"), site, line.address().toString());
            StopSignal stop = new StopSignal();
            Started watch = Started.of(c, stop, "sync", "--watch");
            TestHome.until("it is online", () -> watch.err().contains("online"));
            String uuid = c.enter("MH12AB1234").text("uuid");
            TestHome.Said beside = c.json("sync");
            assertThat(beside.code()).as(beside.err()).isZero();
            assertThat(beside.object()).containsEntry("outcome", "completed");
            assertThat(c.json("show", uuid).text("sync_status")).isEqualTo("synced");
            line.cut();
            c.enter("MH12AB5678");
            TestHome.until("it knows", () -> watch.err().contains("offline: no_network"));
            TestHome.Said offline = c.json("sync");
            assertThat(offline.code()).isEqualTo(4);
            assertThat(offline.err()).contains("GB-1202 ");
            stop.ask();
            watch.ended().join();
        }
    }

    @Test
    void aWordOfTheEnvironmentThatMakesNoSenseIsSaid() {
        TestHome.Said said = a.call(
                new StopSignal(),
                Map.of("GATEBOOK_HOME", a.folder.toString(), "GATEBOOK_QUEUE_KEPT_DAYS", "for ever"),
                "sync");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("GATEBOOK_QUEUE_KEPT_DAYS is a number of days");
    }

    @Test
    void aMergeOfOneFieldIsKeptInTheListOfConflicts() {
        String uuid = a.enter("MH12AB1234").text("uuid");
        a.json("sync");
        b.json("sync");
        a.json("edit", uuid, "--set", "location=Row 3");
        b.json("edit", uuid, "--set", "location=Row 7");
        a.json("sync");
        assertThat(b.json("sync").code()).isZero();
        assertThat(b.json("conflicts").list()).isEmpty();
        List<Map<String, Object>> all = b.json("conflicts", "--all").list();
        assertThat(all).hasSize(1);
        assertThat(all.getFirst())
                .containsKeys(
                        "id",
                        "table_name",
                        "record_uuid",
                        "conflict_type",
                        "resolution_strategy",
                        "local_data",
                        "remote_data",
                        "base_data",
                        "fields",
                        "resolved_at",
                        "resolved_by",
                        "created_at")
                .containsEntry("record_uuid", uuid)
                .containsEntry("conflict_type", "VERSION_MISMATCH")
                .containsEntry("fields", List.of("location"));
    }

    @Test
    void aSyncThatLeavesSomethingToDecideEndsWithThree() {
        String uuid = a.enter("MH12AB1234").text("uuid");
        a.json("sync");
        b.json("sync");
        a.json("exit", uuid);
        b.json("exit", uuid, "--pay", "Online");
        a.json("sync");
        TestHome.Said said = b.json("sync");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("1 to decide");
        assertThat(b.json("conflicts").list()).hasSize(1);
        assertThat(b.json("status").object()).containsEntry("conflicts", new Json.Digits("1"));
    }

    @Test
    void runsAreListedNewestFirst() {
        a.enter("1");
        a.json("sync");
        a.enter("2");
        a.json("sync");
        assertThat(a.json("runs").list())
                .extracting(run -> run.get("run").toString())
                .containsExactly("2", "1");
    }

    @Test
    void whatWaitsCanBeGivenUpAndGoesBackToWhatTheCloudHolds() {
        String uuid = a.enter("MH12AB1234").text("uuid");
        a.json("sync");
        a.json("edit", uuid, "--set", "notes=wrong");
        String waiting = a.json("queue", "--status", "pending")
                .list()
                .getFirst()
                .get("id")
                .toString();
        assertThat(a.json("queue", "retry", waiting).code()).isZero();
        assertThat(a.json("queue", "discard", waiting, "--reason", "typed at the wrong truck")
                        .object())
                .containsEntry("notes", null)
                .containsEntry("sync_status", "synced");
        assertThat(a.json("queue", "--status", "pending").list()).isEmpty();
        assertThat(a.json("history", uuid).list().getLast())
                .containsEntry("cause", "resolution")
                .containsEntry("reason", "typed at the wrong truck");
        assertThat(a.json("audit", "verify").code()).isZero();
    }

    @Test
    void whatTheCloudNeverHeardOfIsVoidedWhenGivenUp() {
        String uuid = a.enter("MH12AB1234").text("uuid");
        String waiting = a.json("queue").list().getFirst().get("id").toString();
        assertThat(a.json("queue", "discard", waiting, "--reason", "a test").object())
                .containsEntry("deleted", true);
        assertThat(a.json("sync").object()).containsEntry("pushed", new Json.Digits("0"));
        assertThat(a.json("show", uuid).text("sync_status")).isEqualTo("synced");
    }

    @Test
    void aDeskJoinsOnceUnlessItSignsInAnew() {
        String used = CLOUD.code(site);
        a.enter("MH12AB1234");
        TestHome.Said twice = a.json("enrol", "--server", CLOUD.url(), "--code", used);
        assertThat(twice.code()).isEqualTo(1);
        assertThat(twice.err()).startsWith("GB-1207 ");
        TestHome.Said again = a.json("enrol", "--again", "--code", used);
        assertThat(again.code()).isZero();
        assertThat(again.out() + again.err()).doesNotContain("token");
        assertThat(a.json("sync").object()).containsEntry("pushed", new Json.Digits("1"));
        TestHome.Said spent = a.json("enrol", "--again", "--code", used);
        assertThat(spent.code()).isEqualTo(4);
        assertThat(spent.err()).startsWith("GB-1205 ");
        String elsewhere = CLOUD.code(CLOUD.site());
        assertThat(a.json("enrol", "--again", "--code", elsewhere).err()).startsWith("GB-1207 ");
    }

    @Test
    void aDeskWithEntriesJoinsNoSiteThatCountsInAnotherCurrency() {
        TestHome operator = CLOUD.operator();
        String data = CLOUD.data().toString();
        String dollars = operator.run("server", "create-site", "Yard", "--currency", "USD", "--data", data)
                .text("site_id");
        TestHome desk = TestHome.now(folder.resolve("rupees"));
        desk.enter("1");
        TestHome.Said said = desk.json("enrol", "--server", CLOUD.url(), "--code", CLOUD.code(dollars));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).startsWith("GB-1208 ");
        assertThat(desk.json("status").text("connection")).isEqualTo("not_enrolled");
    }

    @Test
    void whatAnswersThereMustBeTheCloud() {
        TestHome desk = TestHome.now(folder.resolve("new"));
        TestHome.Said nobody = desk.json("enrol", "--server", "http://127.0.0.1:9", "--code", "X");
        assertThat(nobody.code()).isEqualTo(4);
        assertThat(nobody.err()).startsWith("GB-1202 ");
    }
}
