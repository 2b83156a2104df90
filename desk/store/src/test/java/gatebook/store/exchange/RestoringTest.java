package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.Choice;
import gatebook.rules.merge.Decision;
import gatebook.rules.merge.Side;
import gatebook.rules.refusal.Refusal;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.operation.Departure;
import gatebook.store.record.AuditLog;
import gatebook.store.record.SyncStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that lost comes back in one action; and where values lose again and again, a person is asked. */
class RestoringTest {
    private static final Decision LOCAL = new Decision.KeepLocal();
    private static final Decision REMOTE = new Decision.AcceptRemote();

    @TempDir
    private Path folder;

    private Desk desk;
    private Entry entry;
    private final CloudModel cloud = new CloudModel();

    @BeforeEach
    void aRecordInStep() {
        desk = Desk.in(folder);
        entry = desk.enter("MH12AB1234");
        cloud.sync(desk);
    }

    @AfterEach
    void chainIsSound() {
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
        desk.close();
    }

    @Test
    void v3TheValueThatLostComesBackAndWhatWasWrittenSinceStays() {
        overlap("mine", "theirs");
        desk.correct(entry.id(), Field.LOCATION, "row 3");
        Entry back = Desk.done(desk.decide(REMOTE)).entry();
        cloud.sync(desk);

        assertThat(back.description().notes()).isEqualTo("theirs");
        assertThat(back.description().location()).isEqualTo("row 3");
        assertThat(held()).isEqualTo(back);
        assertThat(desk.book().row("SELECT cause, actor, reason FROM audit_log ORDER BY id DESC LIMIT 1"))
                .isEqualTo("resolution|Asha|conflict 1: REMOTE_WINS");
        assertThat(desk.book().row("SELECT resolution_strategy, resolved_by FROM sync_conflicts"))
                .as("the item stays as it was settled")
                .isEqualTo("MERGE_INTELLIGENT|System");
    }

    @Test
    void whatStandsAlreadyIsNotWrittenAgain() {
        overlap("mine", "theirs");
        long rows = desk.book().number("SELECT count(*) FROM audit_log");
        Desk.done(desk.decide(LOCAL));
        assertThat(desk.book().number("SELECT count(*) FROM audit_log")).isEqualTo(rows);
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
    }

    @Test
    void oneActionBringsItBackAndTheNextOneTakesItBackAgain() {
        overlap("mine", "theirs");
        Desk.done(desk.decide(REMOTE));
        assertThat(Desk.done(desk.decide(LOCAL)).entry().description().notes()).isEqualTo("mine");
    }

    @Test
    void v8AFeeThatLostComesBackWithoutTakingTheVehicleInside() {
        desk.correct(entry.id(), Map.of(Field.FEE, "150", Field.FEE_REASON, "agreed"));
        cloud.put(entry.with(new gatebook.rules.entry.Stay(
                entry.stay().status(), null, Visits.rupees(200), null, true, "agreed otherwise")));
        cloud.sync(desk);
        desk.clock().advance(Duration.ofHours(2));
        desk.leave(entry.id(), Departure.Settlement.UNPAID);
        Entry back = Desk.done(desk.decide(REMOTE)).entry();

        assertThat(back.isInside()).isFalse();
        assertThat(back.stay().fee()).isEqualTo(Visits.rupees(200));
        assertThat(back.stay().feeReason()).isEqualTo("agreed otherwise");
        assertThat(back.stay().computedFee()).isEqualTo(Visits.rupees(225));
    }

    @Test
    void singleFieldsOfASettledConflictComeBackFromEitherSide() {
        overlap("mine", "theirs");
        Decision notes = new Decision.MergeFields(new Choice(Map.of(Field.NOTES, Side.REMOTE)));
        assertThat(Desk.done(desk.decide(notes)).entry().description().notes()).isEqualTo("theirs");
    }

    @Test
    void anEntryThatWasVoidedByADecisionComesBackWithWhatASideHeld() {
        desk.voidEntry(entry.id(), "a mistake");
        cloud.put(Visits.notes(entry, "theirs"));
        cloud.sync(desk);
        Desk.done(desk.decide(LOCAL));
        cloud.sync(desk);
        Desk.done(desk.decide(REMOTE));
        cloud.sync(desk);

        assertThat(cloud.records().get(entry.id()).isLive()).isTrue();
        assertThat(held().description().notes()).isEqualTo("theirs");
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(Desk.refused(desk.decide(LOCAL)).refusal()).isEqualTo(Refusal.UNFIT_DECISION);
    }

    @Test
    void afterThreeRoundsWithoutQuietTheNextIsAPersons() {
        for (int round = 1; round <= Rounds.MAX; round++) {
            overlap("mine " + round, "theirs " + round);
        }
        assertThat(desk.open()).isZero();
        overlap("mine again", "theirs again");

        assertThat(desk.open()).isEqualTo(1);
        assertThat(desk.book().row("SELECT resolution_strategy, fields FROM sync_conflicts ORDER BY id DESC LIMIT 1"))
                .isEqualTo("MANUAL_REVIEW|[\"notes\"]");
        cloud.put(held().with(held().description().withLocation("row 3")));
        cloud.sync(desk);
        assertThat(desk.open()).as("news about something else do not end it").isEqualTo(1);
        Desk.done(desk.decide(LOCAL));
        cloud.sync(desk);
        assertThat(held().description().notes()).isEqualTo("mine again");
        assertThat(held().description().location()).isEqualTo("row 3");
    }

    @Test
    void aPersonsActAndAnHourOfQuietBeginTheCountAnew() {
        for (int round = 1; round <= Rounds.MAX; round++) {
            overlap("mine " + round, "theirs " + round);
        }
        desk.clock().advance(Duration.ofHours(1));
        overlap("after an hour", "theirs");
        overlap("once more", "theirs then");
        overlap("and more", "theirs now");
        assertThat(desk.open()).isZero();
        overlap("too often", "theirs still");
        assertThat(desk.open()).isEqualTo(1);
        Desk.done(desk.decide(REMOTE));
        cloud.sync(desk);
        overlap("after a person", "theirs");
        assertThat(desk.open()).isZero();
    }

    private void overlap(String mine, String theirs) {
        Entry before = held();
        desk.correct(entry.id(), Field.NOTES, mine);
        cloud.put(Visits.notes(before, theirs));
        cloud.sync(desk);
        cloud.sync(desk);
    }

    private Entry held() {
        return cloud.records().get(entry.id()).entry();
    }
}
