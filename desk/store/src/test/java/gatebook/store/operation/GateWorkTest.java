package gatebook.store.operation;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.refusal.Refusal;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncState;
import gatebook.store.record.SyncStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vehicle comes, is put right, leaves, or is voided. */
class GateWorkTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void chainIsSound() {
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
        desk.close();
    }

    @Test
    void anArrivalIsWrittenWithItsQueueRowAndItsAuditRow() {
        Outcome outcome =
                desk.register(new Arrival(" MH 12 ", " Trailer", "Konkan", " N/A", "", null, " row 7 ", null, "Asha"));

        EntryRow row = Desk.done(outcome);
        assertThat(desk.row(row.entry().id())).isEqualTo(row);
        assertThat(row.sync()).isEqualTo(SyncState.NEW);
        assertThat(row.sync().remoteId()).isNull();
        assertThat(row.entry().plate().typed()).isEqualTo("MH 12");
        assertThat(row.entry().description().driverName()).isNull();
        assertThat(row.entry().description().notes()).isEqualTo("row 7");
        assertThat(desk.queue(row.entry().id())).containsExactly("CREATE|pending");
        assertThat(desk.book().row("SELECT actor, cause, operation, before FROM audit_log"))
                .isEqualTo("Asha|local|CREATE|null");
        assertThat(desk.book().number("SELECT count(*) FROM audit_log a JOIN sync_queue q ON a.after = q.data"))
                .isEqualTo(1);
    }

    @Test
    void aVehicleInsideAlreadyIsWrittenInAllTheSameAndReported() {
        Entry first = desk.enter("MH12AB1234");
        desk.clock().advance(Duration.ofHours(1));

        assertThat(desk.arrive("mh-12 ab 1234", null))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.insideAlready())
                                .extracting(row -> row.entry().id())
                                .containsExactly(first.id()));
    }

    @Test
    void aDepartureIsPricedAndPaid() {
        Entry entry = desk.enter("MH12AB1234");
        desk.clock().advance(Duration.ofHours(24).plusSeconds(1));
        Entry left =
                Desk.done(desk.leave(entry.id(), Departure.Settlement.CASH)).entry();

        assertThat(left.stay().fee()).isEqualTo(Visits.rupees(450));
        assertThat(left.payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(left.payment().type()).isEqualTo("Cash");
        assertThat(desk.book().row("SELECT fee, fee_minor FROM parking_entries"))
                .isEqualTo("450|45000");
        assertThat(Desk.refused(desk.leave(entry.id(), Departure.Settlement.CASH))
                        .refusal())
                .isEqualTo(Refusal.ALREADY_EXITED);
    }

    @Test
    void aFeeByHandKeepsTheComputedOneAndTheReason() {
        Entry entry = desk.enter("MH12AB1234");
        Departure agreed = new Departure(Departure.Settlement.UNPAID, Visits.rupees(150), "agreed", null, "Asha");
        Entry left = Desk.done(desk.leave(entry.id(), agreed)).entry();

        assertThat(left.stay().fee()).isEqualTo(Visits.rupees(150));
        assertThat(left.stay().computedFee()).isEqualTo(Visits.rupees(225));
        assertThat(left.stay().feeManuallySet()).isTrue();
        assertThat(left.payment().status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(desk.book().row("SELECT reason FROM audit_log ORDER BY id DESC LIMIT 1"))
                .isEqualTo("agreed");
    }

    @Test
    void aCorrectionChangesWhatWasTypedAndNothingElse() {
        Entry entry = desk.enter("MH12AB1234");
        desk.clock().advance(Duration.ofMinutes(5));
        Entry corrected = Desk.done(desk.correct(
                        entry.id(), Map.of(Field.VEHICLE_NUMBER, "GJ01X9", Field.FEE, "150.50", Field.NOTES, "")))
                .entry();

        assertThat(corrected.plate().typed()).isEqualTo("GJ01X9");
        assertThat(corrected.stay().fee().minor()).isEqualTo(15_050);
        assertThat(corrected.stay().feeManuallySet()).isTrue();
        assertThat(corrected.ticket()).isEqualTo(entry.ticket());
        assertThat(corrected.description()).isEqualTo(entry.description());
        assertThat(corrected.authorship().lastModified()).isEqualTo(desk.clock().instant());
    }

    @Test
    void aCorrectionOntoAnotherVisitIsRefused() {
        desk.enter("MH12AB1234");
        Entry other = desk.enter("GJ01X9");

        assertThat(Desk.refused(desk.correct(other.id(), Field.VEHICLE_NUMBER, "MH12AB1234"))
                        .refusal())
                .isEqualTo(Refusal.SAME_VISIT);
    }

    @Test
    void aVoidedEntryIsNotChangedAgain() {
        Entry entry = desk.enter("MH12AB1234");
        EntryRow voided = Desk.done(desk.voidEntry(entry.id(), " a mistake "));

        assertThat(voided.isVoided()).isTrue();
        assertThat(desk.book().row("SELECT operation, reason, after FROM audit_log ORDER BY id DESC LIMIT 1"))
                .isEqualTo("DELETE|a mistake|null");
        for (Outcome outcome : List.of(
                desk.voidEntry(entry.id(), "again"),
                desk.correct(entry.id(), Field.NOTES, "x"),
                desk.leave(entry.id(), Departure.Settlement.CASH))) {
            assertThat(Desk.refused(outcome).refusal()).isEqualTo(Refusal.ENTRY_VOIDED);
        }
        assertThat(desk.book().number("SELECT count(*) FROM audit_log")).isEqualTo(2);
    }

    @Test
    void aRecordThatContradictsItselfCanBeVoided() {
        Entry entry = desk.enter("MH12AB1234");
        desk.book().run("UPDATE parking_entries SET exit_time = '2026-01-01T00:00:00.000Z', status = 'Exited'");

        assertThat(Desk.done(desk.voidEntry(entry.id(), "nonsense")).isVoided()).isTrue();
    }

    @Test
    void anEditOfARecordInConflictWaitsForTheDecision() {
        Entry entry = desk.enter("MH12AB1234");
        desk.book().run("UPDATE parking_entries SET sync_status = 'conflict'");

        assertThat(Desk.done(desk.correct(entry.id(), Field.NOTES, "x")).sync().status())
                .isEqualTo(SyncStatus.CONFLICT);
        assertThat(desk.take().operations()).isEmpty();
    }
}
