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
        cloud.sync(a);
        cloud.sync(b);
        for (Desk desk : List.of(a, b)) {
            desk.clock().advance(Duration.ofMinutes(desk.equals(a) ? 60 : 63));
            Desk.done(desk.leave(id, Departure.Settlement.CASH));
        }
        cloud.put(Visits.paid(entry, Desk.MORNING.plusSeconds(7_200), 225));
        cloud.sync(a);
        cloud.sync(b);
        assertThat(a.open()).isEqualTo(1);
        assertThat(b.open()).isEqualTo(1);
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
        cloud.sync(a);
        cloud.sync(b);

        assertThat(a.open()).isZero();
        assertThat(b.open()).isEqualTo(1);
        assertThat(b.row(id).sync().status()).isEqualTo(SyncStatus.CONFLICT);
        Desk.done(b.decide(REMOTE));
        assertAllAgree();
        assertThat(held()).isEqualTo(a.row(id).entry());
    }

    @Test
    void r4AcceptedAtBFirstAndKeptAtAAfterIsAskedOnceMoreAtA() {
        Desk.done(b.decide(REMOTE));
        Desk.done(a.decide(LOCAL));
        cloud.sync(b);
        cloud.sync(a);

        assertThat(b.open()).isZero();
        assertThat(a.open()).isEqualTo(1);
        cloud.put(Visits.notes(held(), "news about something else"));
        cloud.sync(a);
        assertThat(a.open()).as("it does not end by itself").isEqualTo(1);
        Desk.done(a.decide(LOCAL));
        assertAllAgree();
        assertThat(held().stay().exitTime()).isEqualTo(Desk.MORNING.plus(Duration.ofMinutes(60)));
    }

    @Test
    void r4KeptAtBothTheOneThatComesSecondIsAskedAgain() {
        Desk.done(a.decide(LOCAL));
        Desk.done(b.decide(LOCAL));
        cloud.sync(a);
        cloud.sync(b);

        assertThat(b.open()).isEqualTo(1);
        Desk.done(b.decide(LOCAL));
        assertAllAgree();
    }

    @Test
    void twoPeopleWhoDecideTheSameAreNotAsked() {
        Desk.done(a.decide(REMOTE));
        Desk.done(b.decide(REMOTE));
        cloud.sync(a);
        cloud.sync(b);

        assertThat(a.open() + b.open()).isZero();
        assertAllAgree();
    }

    @Test
    void newsAboutSomethingElseLeaveADecisionThatIsOnItsWayAlone() {
        Desk.done(a.decide(LOCAL));
        cloud.put(Visits.notes(held(), "theirs"));
        cloud.sync(a);

        assertThat(a.open()).isZero();
        assertThat(held().description().notes()).isEqualTo("theirs");
        assertThat(held().stay()).isEqualTo(a.row(id).entry().stay());
    }

    @Test
    void onceTheCloudHasTheDecisionAnotherPersonsActIsNewsLikeAnyOther() {
        Desk.done(a.decide(LOCAL));
        cloud.sync(a);
        cloud.sync(b);
        Desk.done(b.decide(LOCAL));
        cloud.sync(b);
        cloud.sync(a);

        assertThat(a.open()).isZero();
        assertAllAgree();
    }

    @Test
    void aDecisionThatWasMergedOnItsWayStillMeetsTheNextOne() {
        Desk.done(a.decide(LOCAL));
        cloud.put(Visits.notes(held(), "theirs"));
        a.apply(cloud.page(a.inbox().position(), 10));
        a.correct(id, Field.LOCATION, "row 3");
        Desk.done(b.decide(LOCAL));
        cloud.sync(b);
        Desk.done(b.decide(LOCAL));
        cloud.sync(b);
        cloud.sync(a);

        assertThat(a.open()).isEqualTo(1);
    }

    private Entry held() {
        return cloud.records().get(id).entry();
    }

    private void assertAllAgree() {
        for (int round = 0; round < 2; round++) {
            cloud.sync(a);
            cloud.sync(b);
        }
        for (Desk desk : List.of(a, b)) {
            assertThat(desk.row(id).entry()).isEqualTo(held());
            assertThat(desk.row(id).sync().status()).isEqualTo(SyncStatus.SYNCED);
            assertThat(desk.open()).isZero();
        }
    }
}
