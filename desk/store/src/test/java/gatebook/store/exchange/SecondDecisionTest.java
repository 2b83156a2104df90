package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.Decision;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.operation.Departure;
import gatebook.store.record.SyncStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two desks hold the same conflict in their inboxes, and each person decides it without knowing of the other. */
class SecondDecisionTest {
    private static final Decision LOCAL = new Decision.KeepLocal();
    private static final Decision REMOTE = new Decision.AcceptRemote();

    @TempDir
    private Path folder;

    private final CloudModel cloud = new CloudModel();
    private Desk a;
    private Desk b;
    private EntryId id;

    /** All three of A, B and somebody else took money of the same vehicle. */
    @BeforeEach
    void theSameConflictTwice() {
        a = Desk.in(folder, "A");
        b = Desk.in(folder, "B");
        Entry entry = a.enter("MH12AB1234");
        id = entry.id();
        sync(a);
        sync(b);
        for (Desk desk : List.of(a, b)) {
            desk.clock().advance(Duration.ofMinutes(desk.equals(a) ? 60 : 63));
            Desk.done(desk.leave(id, Departure.Settlement.CASH));
        }
        cloud.put(Visits.paid(entry, Desk.MORNING.plusSeconds(7_200), 225));
        sync(a);
        sync(b);
        assertThat(open(a)).isEqualTo(1);
        assertThat(open(b)).isEqualTo(1);
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    @Test
    void r4KeptAtAFirstAndAcceptedAtBAfterIsAskedOnceMoreAtB() {
        Desk.done(a.decide(LOCAL));
        Desk.done(b.decide(REMOTE));
        sync(a);
        sync(b);

        assertThat(open(a)).isZero();
        assertThat(open(b)).isEqualTo(1);
        assertThat(b.row(id).sync().status()).isEqualTo(SyncStatus.CONFLICT);
        Desk.done(b.decide(REMOTE));
        assertAllAgree();
        assertThat(held()).isEqualTo(a.row(id).entry());
    }

    @Test
    void r4AcceptedAtBFirstAndKeptAtAAfterIsAskedOnceMoreAtA() {
        Desk.done(b.decide(REMOTE));
        Desk.done(a.decide(LOCAL));
        sync(b);
        sync(a);

        assertThat(open(b)).isZero();
        assertThat(open(a)).isEqualTo(1);
        cloud.put(Visits.notes(held(), "news about something else"));
        sync(a);
        assertThat(open(a)).as("it does not end by itself").isEqualTo(1);
        Desk.done(a.decide(LOCAL));
        assertAllAgree();
        assertThat(held().stay().exitTime()).isEqualTo(Desk.MORNING.plus(Duration.ofMinutes(60)));
    }

    @Test
    void r4KeptAtBothTheOneThatComesSecondIsAskedAgain() {
        Desk.done(a.decide(LOCAL));
        Desk.done(b.decide(LOCAL));
        sync(a);
        sync(b);

        assertThat(open(b)).isEqualTo(1);
        Desk.done(b.decide(LOCAL));
        assertAllAgree();
    }

    @Test
    void twoPeopleWhoDecideTheSameAreNotAsked() {
        Desk.done(a.decide(REMOTE));
        Desk.done(b.decide(REMOTE));
        sync(a);
        sync(b);

        assertThat(open(a) + open(b)).isZero();
        assertAllAgree();
    }

    @Test
    void newsAboutSomethingElseLeaveADecisionThatIsOnItsWayAlone() {
        Desk.done(a.decide(LOCAL));
        cloud.put(Visits.notes(held(), "theirs"));
        sync(a);

        assertThat(open(a)).isZero();
        assertThat(held().description().notes()).isEqualTo("theirs");
        assertThat(held().stay()).isEqualTo(a.row(id).entry().stay());
    }

    @Test
    void onceTheCloudHasTheDecisionAnotherPersonsActIsNewsLikeAnyOther() {
        Desk.done(a.decide(LOCAL));
        sync(a);
        sync(b);
        Desk.done(b.decide(LOCAL));
        sync(b);
        sync(a);

        assertThat(open(a)).isZero();
        assertAllAgree();
    }

    @Test
    void aDecisionThatWasMergedOnItsWayStillMeetsTheNextOne() {
        Desk.done(a.decide(LOCAL));
        cloud.put(Visits.notes(held(), "theirs"));
        a.apply(cloud.page(a.inbox().position(), 10));
        a.correct(id, Field.LOCATION, "row 3");
        Desk.done(b.decide(LOCAL));
        sync(b);
        Desk.done(b.decide(LOCAL));
        sync(b);
        sync(a);

        assertThat(open(a)).isEqualTo(1);
    }

    private Entry held() {
        return cloud.records().get(id).entry();
    }

    private void assertAllAgree() {
        for (int round = 0; round < 2; round++) {
            sync(a);
            sync(b);
        }
        for (Desk desk : List.of(a, b)) {
            assertThat(desk.row(id).entry()).isEqualTo(held());
            assertThat(desk.row(id).sync().status()).isEqualTo(SyncStatus.SYNCED);
            assertThat(open(desk)).isZero();
        }
    }

    private void sync(Desk desk) {
        push(desk);
        desk.apply(cloud.page(desk.inbox().position(), 100));
        push(desk);
    }

    private void push(Desk desk) {
        Outbox.Batch batch = desk.take(Outbox.Due.ALL);
        desk.settle(batch, cloud.push(batch));
    }

    private static long open(Desk desk) {
        return desk.book().number("SELECT count(*) FROM sync_conflicts WHERE resolved_at IS NULL");
    }
}
