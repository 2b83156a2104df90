package gatebook.store.exchange;

import static gatebook.store.exchange.CloudModel.change;
import static gatebook.store.exchange.CloudModel.page;
import static gatebook.store.exchange.CloudModel.tombstone;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Plate;
import gatebook.rules.merge.ConflictType;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.operation.Departure;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OpOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two records at one (vehicle_number, entry_time): a moment of the feed, or one visit written twice. */
class DisplacementTest {
    private static final Plate HERE = new Plate("MH12AB1234");
    private static final Plate THERE = new Plate("GJ01X9");

    @TempDir
    private Path folder;

    private Desk desk;
    private Entry one;
    private Entry two;

    @BeforeEach
    void twoRecordsOfTheCloud() {
        desk = Desk.in(folder);
        one = Visits.parked(1, HERE.typed());
        two = Visits.parked(2, THERE.typed());
        desk.apply(page(change(one, 1, 1), change(two, 1, 2)));
    }

    @AfterEach
    void chainIsSound() {
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
        desk.close();
    }

    @Test
    void aRecordWhosePlaceIsTakenComesBackWithItsNewerImage() {
        desk.apply(more(change(two.withPlate(HERE), 2, 3)));
        assertThat(desk.find(one.id())).isEmpty();
        assertThat(desk.row(two.id()).entry().plate()).isEqualTo(HERE);

        desk.apply(page(change(one.withPlate(THERE), 2, 4)));
        assertThat(desk.row(one.id()).entry().plate()).isEqualTo(THERE);
        assertThat(aside()).isEmpty();
    }

    @Test
    void twoRecordsMayChangePlacesOnOnePage() {
        desk.apply(page(change(two.withPlate(HERE), 2, 3), change(one.withPlate(THERE), 2, 4)));

        assertThat(desk.row(one.id()).entry().plate()).isEqualTo(THERE);
        assertThat(desk.row(two.id()).entry().plate()).isEqualTo(HERE);
        assertThat(aside()).isEmpty();
    }

    @Test
    void twoRecordsWithUnsentNotesMayChangePlaces() {
        desk.correct(one.id(), Field.NOTES, "mine");
        desk.correct(two.id(), Field.NOTES, "mine as well");

        desk.apply(more(change(two.withPlate(HERE), 2, 3)));
        assertThat(desk.take().operations())
                .extracting(operation -> operation.record())
                .contains(two.id());
        assertThat(desk.queue(one.id())).containsExactly("UPDATE|pending");

        desk.apply(page(change(one.withPlate(THERE), 2, 4)));
        EntryRow row = desk.row(one.id());
        assertThat(row.entry().plate()).isEqualTo(THERE);
        assertThat(row.entry().description().notes()).isEqualTo("mine");
        assertThat(row.sync().status()).isEqualTo(SyncStatus.PENDING);
        assertThat(CloudModel.kinds(desk.take())).hasSize(1);
        assertThat(aside()).isEmpty();
    }

    @Test
    void aTombstoneNeverTakesThePlaceOfALivingRecord() {
        desk.apply(more(change(two.withPlate(HERE), 2, 3)));
        desk.apply(page(tombstone(one, 2, 4)));

        assertThat(desk.row(two.id()).entry().plate()).isEqualTo(HERE);
        assertThat(desk.find(one.id()).map(EntryRow::isVoided).orElse(true)).isTrue();
    }

    @Test
    void aDisplacedRecordReturnsWhenItsPlaceIsFree() {
        desk.apply(more(change(two.withPlate(HERE), 2, 3)));
        desk.apply(more(change(two.withPlate(THERE), 3, 4)));

        assertThat(desk.row(one.id()).entry()).isEqualTo(one);
        assertThat(aside()).isEmpty();
    }

    @Test
    void aCorrectionMadeHereGivesWayToTheRecordThatTheCloudNamesThere() {
        desk.correct(one.id(), Field.VEHICLE_NUMBER, "KA05M1");
        Entry coming = Visits.parked(3, "KA05M1");
        desk.apply(page(change(coming, 1, 3)));

        assertThat(desk.row(coming.id()).entry()).isEqualTo(coming);
        assertThat(desk.row(one.id()).entry().plate()).isEqualTo(HERE);
        assertThat(desk.row(one.id()).sync().status()).isEqualTo(SyncStatus.PENDING);
        assertThat(desk.book().row("SELECT conflict_type, resolution_strategy, other_uuid FROM sync_conflicts"))
                .isEqualTo("BUSINESS_RULE_VIOLATION|REMOTE_WINS|" + coming.id());
        assertThat(desk.queue(one.id())).containsExactly("UPDATE|cancelled", "UPDATE|pending");
    }

    @Test
    void aCorrectionGivesWayEvenWhereItsOldPlaceIsTakenToo() {
        desk.correct(one.id(), Field.VEHICLE_NUMBER, "KA05M1");
        desk.apply(more(change(two.withPlate(HERE), 2, 3)));
        Entry coming = Visits.parked(3, "KA05M1");
        desk.apply(more(change(coming, 1, 4)));
        assertThat(desk.find(one.id())).isEmpty();

        desk.apply(page(change(one.withPlate(THERE), 2, 5)));
        assertThat(desk.row(one.id()).entry().plate()).isEqualTo(THERE);
        assertThat(desk.row(two.id()).entry().plate()).isEqualTo(HERE);
    }

    @Test
    void b5AnEqualVisitThatWasNeverSentIsJoinedIntoTheOneAtTheCloud() {
        Entry mine = desk.enter("KA05M1");
        desk.correct(mine.id(), Field.NOTES, "mine");
        Entry theirs = Visits.parked(3, "KA05M1");
        desk.apply(page(change(theirs, 1, 3)));

        assertThat(desk.find(mine.id())).isEmpty();
        assertThat(desk.row(theirs.id()).entry()).isEqualTo(theirs);
        assertThat(aside()).containsExactly(mine.id() + "|joined|" + theirs.id());
        assertThat(desk.queue(mine.id())).containsExactly("CREATE|cancelled", "UPDATE|cancelled");
        assertThat(desk.book().row("SELECT resolution_strategy, resolved_by FROM sync_conflicts"))
                .isEqualTo("MERGE_INTELLIGENT|System");
    }

    @Test
    void p11MoneyOfAJoinedVisitIsPutBeforeAPerson() {
        Entry mine = desk.enter("KA05M1");
        desk.leave(mine.id(), Departure.Settlement.CASH);
        desk.apply(page(change(Visits.parked(3, "KA05M1"), 1, 3)));

        assertThat(desk.book().row("""
                        SELECT resolution_strategy, resolved_at, json_extract(local_data, '$.payment_status')
                        FROM sync_conflicts""")).isEqualTo("MANUAL_REVIEW|null|Paid");
    }

    @Test
    void b1AnArrivalThatTheCloudHasAsAnotherRecordIsJoinedAndTheOtherOneComes() {
        Entry mine = desk.enter("KA05M1");
        Entry theirs = Visits.parked(3, "KA05M1").withEntryTime(mine.entryTime().minusSeconds(360));
        answerSameVisit(mine, theirs);

        assertThat(desk.find(mine.id())).isEmpty();
        assertThat(desk.row(theirs.id()).sync().remoteVersion()).isEqualTo(4);
        assertThat(aside()).containsExactly(mine.id() + "|joined|" + theirs.id());
    }

    @Test
    void aVisitThatEndedIsNotJoinedButAskedAbout() {
        Entry mine = desk.enter("KA05M1");
        desk.leave(mine.id(), Departure.Settlement.CASH);
        answerSameVisit(
                mine, Visits.parked(3, "KA05M1").withEntryTime(mine.entryTime().minusSeconds(360)));

        assertThat(desk.row(mine.id()).sync().status()).isEqualTo(SyncStatus.CONFLICT);
        assertThat(desk.book().number("SELECT count(*) FROM sync_conflicts WHERE resolved_at IS NULL"))
                .isEqualTo(1);
        assertThat(desk.take().operations()).isEmpty();
    }

    @Test
    void aVisitVoidedHereMeanwhileIsNeitherJoinedNorAskedAbout() {
        Entry mine = desk.enter("KA05M1");
        Outbox.Batch sent = desk.take();
        desk.voidEntry(mine.id(), "a mistake");
        Entry theirs = Visits.parked(3, "KA05M1").withEntryTime(mine.entryTime().minusSeconds(360));
        desk.settle(sent, CloudModel.answer(opOf(sent, mine.id()), sameVisit(theirs)));

        assertThat(desk.row(mine.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.queue(mine.id())).containsExactly("CREATE|cancelled", "DELETE|cancelled");
        assertThat(desk.book().number("SELECT count(*) FROM sync_conflicts")).isZero();
    }

    @Test
    void aJoinedRecordThatTheCloudSaysLivesOnLivesOn() {
        Entry mine = desk.enter("KA05M1");
        Entry theirs = Visits.parked(3, "KA05M1");
        desk.apply(page(change(theirs, 1, 3)));
        desk.apply(page(change(mine.withPlate(new Plate("KA05M2")), 1, 4)));

        assertThat(desk.row(mine.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(aside()).isEmpty();
    }

    private void answerSameVisit(Entry mine, Entry theirs) {
        Outbox.Batch sent = desk.take();
        desk.settle(sent, CloudModel.answer(opOf(sent, mine.id()), sameVisit(theirs)));
    }

    private static OpOutcome sameVisit(Entry theirs) {
        return new OpOutcome.Conflict(
                ConflictType.BUSINESS_RULE_VIOLATION, 4, OpOutcome.Standing.LIVE, EntryJson.encode(theirs));
    }

    private static OpId opOf(Outbox.Batch batch, EntryId record) {
        return batch.operations().stream()
                .filter(operation -> operation.record().equals(record))
                .findFirst()
                .orElseThrow()
                .opId();
    }

    /** A page behind which another one waits. */
    private static ChangesPage more(Change change) {
        ChangesPage last = page(change);
        return new ChangesPage(last.history(), last.changes(), last.cursor(), true);
    }

    private List<String> aside() {
        return desk.book().rows("SELECT uuid, reason, holder_uuid FROM displaced_entries WHERE deleted_at IS NULL");
    }
}
