package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.RetryDelays;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows R of the conflict table: what is sent again, sent in masses, or decided twice. */
class RepeatedRowsTest {
    /** A tenth of the row's; the whole of it is measured by the bench's run "backlog". */
    private static final int QUEUED = 4_500;

    private static final int IN_CONFLICT = 20;
    private static final int ROUNDS_MAX = 3;

    @TempDir
    private Path folder;

    private TwoDesks site;
    private RowDesk a;
    private RowDesk b;

    @BeforeEach
    void twoDesks() {
        site = TwoDesks.in(folder);
        a = site.a;
        b = site.b;
    }

    @Test
    @Tag("R1")
    void aPushWhoseAnswerWasLostTakesEffectOnce() throws IOException {
        try (ForgetfulLine line = new ForgetfulLine(TestCloud.running().url())) {
            RowDesk c = site.join("C", line.address());
            String uuid = c.enter("MH12AB1234", "10:00");
            line.loseAnswers(1);
            c.sync();
            assertThat(line.pushes()).as("sent twice").isEqualTo(2);
            assertThat(c.shows(uuid, "remote_version", "sync_status")).isEqualTo("1|synced");
            c.exit(uuid, "12:00");
            line.loseAnswers(1);
            c.sync();
            assertThat(c.shows(uuid, "remote_version", "sync_status")).isEqualTo("2|synced");
            assertThat(c.items(uuid)).isEmpty();
            TwoDesks.sync(a, b);
            site.settled();
        }
    }

    @Test
    @Tag("R2")
    void aDeskThatDiesBeforeItWritesTheAnswerSendsAgainToNoEffect() {
        String uuid = a.enter("MH12AB1234", "10:00");
        a.exit(uuid, "12:00");
        assertThat(a.opened(RepeatedRowsTest::pushAndDie)).isInstanceOf(Answer.Heard.class);
        assertThat(site.cloud()).as("the cloud has it").isEqualTo(a.records());
        assertThat(a.waits()).isEqualTo("1|0|0");
        TwoDesks.sync(a, b);
        site.settled();
        assertThat(a.shows(uuid, "remote_version")).isEqualTo("1");
        assertThat(a.items(uuid)).isEmpty();
    }

    private static Answer<PushAnswer> pushAndDie(OpenDesk desk) {
        Surroundings around = desk.around();
        Outbox outbox = new Outbox(desk.database(), around.ids(), new RetryDelays(around.random()));
        Outbox.Batch batch = outbox.take(around.clock().instant(), QUEUED, Outbox.Due.ALL, new Outbox.Lane.Any());
        try (HttpCloud cloud = new CloudLine(around)
                .of(desk.profile(), Objects.requireNonNull(desk.profile().membership()))) {
            return cloud.push(batch, PushRequest.DryRun.NO, null);
        }
    }

    @Test
    @Tag("R3")
    void aLongQueueWithManyConflictsLosesNothing() throws IOException {
        List<String> shared = new ArrayList<>();
        for (int at = 0; at < IN_CONFLICT; at++) {
            shared.add(a.enter("MH12AB" + (1000 + at), "10:00"));
        }
        TwoDesks.sync(a, b);
        a.does("import", oldFile(QUEUED - IN_CONFLICT).toString());
        for (int at = 0; at < IN_CONFLICT; at++) {
            String uuid = shared.get(at);
            if (at % 2 == 0) {
                a.exit(uuid, "12:00");
                b.exit(uuid, "12:02");
            } else {
                a.edit(uuid, "notes=a" + at);
                b.edit(uuid, "notes=b" + at);
            }
        }
        assertThat(a.waits()).isEqualTo(QUEUED + "|0|0");
        b.sync();
        Map<String, Object> run = a.sync();
        assertThat(run).containsEntry("conflicts", new Json.Digits(Integer.toString(IN_CONFLICT / 2)));
        assertThat(a.waits()).isEqualTo("0|0|" + IN_CONFLICT / 2);
        b.sync();
        for (int at = 0; at < IN_CONFLICT; at++) {
            String uuid = shared.get(at);
            assertThat(a.inbox(uuid, at % 2 == 0 ? "exit_time" : "notes"))
                    .containsExactly(
                            at % 2 == 0
                                    ? "open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW exit_time,fee,payment_status"
                                            + " 2026-01-15T06:30:00.000Z/2026-01-15T06:32:00.000Z"
                                    : "by System VERSION_MISMATCH|MERGE_INTELLIGENT notes a" + at + "/b" + at);
        }
        assertThat(b.records()).hasSize(QUEUED).isEqualTo(site.cloud());
        assertThat(a.says("conflicts"))
                .startsWith(IN_CONFLICT / 2 + " to decide, of 1 shape")
                .contains(IN_CONFLICT / 2 - 1 + " more of this shape");
        a.decide(shared.getFirst(), "remote", "--all-like");
        TwoDesks.sync(a, b);
        site.settled();
    }

    private Path oldFile(int rows) throws IOException {
        StringBuilder text = new StringBuilder("[");
        for (int at = 0; at < rows; at++) {
            text.append(at == 0 ? "" : ",")
                    .append(String.format(
                            "{\"serial\":%d,\"vehicle_number\":\"GJ%06d\",\"vehicle_type\":\"Trailer\",\"transport_name\":\"Old %d\","
                                    + "\"entry_time\":\"2026-01-14T08:00:00\",\"status\":\"Parked\",\"parking_fee\":0.0,"
                                    + "\"payment_status\":\"Unpaid\",\"payment_type\":\"N/A\",\"exit_time\":\"N/A\",\"driver_name\":\"N/A\",\"notes\":\"N/A\"}",
                            at + 1, at, at % 7));
        }
        return Files.writeString(folder.resolve("old.json"), text.append(']').toString());
    }

    @Test
    @Tag("R4")
    void aDecisionThatMeetsAnotherIsAskedAboutOnceMoreAndThenRests() {
        RowDesk c = site.join("C", TestCloud.running().url());
        String uuid = site.known();
        c.exit(uuid, "12:00");
        a.exit(uuid, "12:01");
        b.exit(uuid, "12:02");
        TwoDesks.sync(c, a, b);
        a.decide(uuid, "local");
        b.decide(uuid, "remote");
        TwoDesks.sync(a, b);
        assertThat(b.inbox(uuid, "exit_time").getLast())
                .isEqualTo("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW exit_time"
                        + " 2026-01-15T06:30:00.000Z/2026-01-15T06:31:00.000Z");
        for (int round = 0; round < ROUNDS_MAX; round++) {
            assertThat(b.sync()).as("no loop").containsEntry("pushed", new Json.Digits("0"));
        }
        b.decide(uuid, "remote");
        TwoDesks.sync(b, a, c);
        site.settled();
        assertThat(c.shows(uuid, "exit_time")).isEqualTo("2026-01-15T06:31:00.000Z");
    }

    @Test
    @Tag("R5")
    void notesOfThreeDesksSettleOnOneValueWithinThreeRounds() {
        RowDesk c = site.join("C", TestCloud.running().url());
        String uuid = site.known();
        a.edit(uuid, "notes=a");
        b.edit(uuid, "notes=b");
        c.edit(uuid, "notes=c");
        for (int round = 0; round < ROUNDS_MAX; round++) {
            TwoDesks.sync(a, b, c);
        }
        site.settled();
        assertThat(a.shows(uuid, "notes")).isEqualTo("c");
        assertThat(b.inbox(uuid, "notes")).containsExactly("by System VERSION_MISMATCH|MERGE_INTELLIGENT notes b/a");
        assertThat(c.inbox(uuid, "notes")).containsExactly("by System VERSION_MISMATCH|MERGE_INTELLIGENT notes c/b");
    }
}
