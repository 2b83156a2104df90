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

/** Promises that only the whole can keep, asked of real desks, a real cloud and a line that can be cut. */
class PromisesTest {
    private static final TestCloud CLOUD = TestCloud.running();

    @TempDir
    Path folder;

    private String site;
    private TestHome b;

    @BeforeEach
    void aDeskOfTheSite() {
        site = CLOUD.site();
        b = CLOUD.desk(folder.resolve("b"), site, CLOUD.url());
    }

    @Test
    void p1WhatTheDeskAcceptedOutlivesACutLineASignOutAndARestore() throws IOException {
        try (CuttableLine line = new CuttableLine(URI.create(CLOUD.url()).getPort())) {
            TestHome a = CLOUD.desk(folder.resolve("a"), site, line.address().toString());
            String sent = a.enter("MH12AB0001").text("uuid");
            a.json("sync");
            Path backup = folder.resolve("backup.db");
            assertThat(a.json("backup", backup.toString()).code()).isZero();
            line.cut();
            String offline = a.enter("MH12AB0002").text("uuid");
            assertThat(a.json("sync").code()).isEqualTo(4);
            assertThat(a.json("restore", backup.toString()).code()).isZero();
            String after = a.enter("MH12AB0003").text("uuid");
            line.mend();
            assertThat(a.json("enrol", "--again", "--server", line.address().toString(), "--code", CLOUD.code(site))
                            .code())
                    .isZero();
            assertThat(a.json("sync").text("outcome")).isEqualTo("completed");
            b.json("sync");
            for (String uuid : List.of(sent, offline, after)) {
                assertThat(b.json("show", uuid).code()).as(uuid).isZero();
            }
        }
    }

    @Test
    void p2p3WhatIsSentAgainSinceItsAnswerWasLostTakesEffectOnceAndInOrder() throws IOException {
        try (DeafLine line = new DeafLine(URI.create(CLOUD.url()).getPort())) {
            TestHome a = CLOUD.desk(folder.resolve("a"), site, line.address().toString());
            String uuid = a.enter("MH12AB0001").text("uuid");
            for (String notes : List.of("one", "two")) {
                line.loseAnswers();
                assertThat(a.json("sync").code()).isEqualTo(4);
                line.keepAnswers();
                a.json("edit", uuid, "--set", "notes=" + notes);
                assertThat(a.json("sync").text("outcome")).isEqualTo("completed");
            }
            assertThat(line.lost()).as("answers that never came").isGreaterThan(1);
            List<Object> made = a.json("queue").list().reversed().stream()
                    .map(row -> row.get("op_id"))
                    .toList();
            assertThat(new CloudLook(b).operationsOn(uuid)).isEqualTo(made).hasSize(3);
            b.json("sync");
            assertThat(b.json("show", uuid).object()).containsEntry("notes", "two");
        }
    }

    @Test
    void p4ARefusedOperationDelaysOnlyItsOwnRecordAndNoPull() {
        TestHome a = CLOUD.desk(folder.resolve("a"), site, CLOUD.url());
        String mistaken = a.enter("MH12AB0001").text("uuid");
        a.json("sync");
        TestHome.Said theirs = b.enter("MH12AB0002");
        b.json("sync");
        TestHome.Said moved = a.json(
                "edit",
                mistaken,
                "--set",
                "vehicle_number=MH12AB0002",
                "--set",
                "entry_time=" + theirs.text("entry_time"));
        assertThat(moved.code()).as(moved.err()).isZero();
        String other = a.enter("MH12AB0003").text("uuid");
        TestHome.Said synced = a.json("sync");
        assertThat(synced.text("rejected")).as("one try a run").isEqualTo("1");
        assertThat(a.json("show", other).text("sync_status")).isEqualTo("synced");
        assertThat(a.json("show", theirs.text("uuid")).code()).isZero();
        assertThat(new CloudLook(a).operationsOn(mistaken))
                .as("its arrival alone")
                .hasSize(1);
    }

    @Test
    void p10NothingIsSaidToBeSentThatIsNot() throws IOException {
        try (CuttableLine line = new CuttableLine(URI.create(CLOUD.url()).getPort())) {
            TestHome a = CLOUD.desk(folder.resolve("a"), site, line.address().toString());
            line.cut();
            String uuid = a.enter("MH12AB0001").text("uuid");
            Map<String, Object> offline = a.json("status").object();
            assertThat(offline)
                    .containsEntry("connection", "offline")
                    .containsEntry("cause", "no_network")
                    .containsEntry("pending", new Json.Digits("1"));
            assertThat(offline.get("oldest_pending_at")).isNotNull();
            assertThat(a.json("sync").text("outcome")).isEqualTo("offline");
            assertThat(a.json("status").object()).containsEntry("pending", new Json.Digits("1"));
            assertThat(a.json("show", uuid).text("sync_status")).isEqualTo("pending");
            line.mend();
            a.json("sync");
            assertThat(a.json("status").object())
                    .containsEntry("connection", "online")
                    .containsEntry("pending", new Json.Digits("0"));
            b.json("sync");
            assertThat(b.json("show", uuid).code()).isZero();
        }
    }

    @Test
    void p12ADeskOfAnotherSiteSeesNothing() {
        String uuid = b.enter("MH12AB0001").text("uuid");
        b.json("sync");
        TestHome stranger = CLOUD.desk(folder.resolve("c"), CLOUD.site(), CLOUD.url());
        assertThat(stranger.json("sync").object())
                .containsEntry("pulled", new Json.Digits("0"))
                .containsEntry("outcome", "completed");
        assertThat(stranger.json("show", uuid).code()).isEqualTo(1);
        assertThat(stranger.json("list").list()).isEmpty();
    }
}
