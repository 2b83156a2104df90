package gatebook.faults.shift;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.Decision;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.store.backup.Backup;
import gatebook.store.backup.BackupResult;
import gatebook.store.backup.Backups;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Resolution;
import gatebook.store.exchange.Runs;
import gatebook.store.exchange.Tally;
import gatebook.store.file.DeskHome;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Correct;
import gatebook.store.operation.Departure;
import gatebook.store.operation.ImportEntries;
import gatebook.store.operation.ImportedRow;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.operation.RegisterExit;
import gatebook.store.operation.ResolveConflict;
import gatebook.store.operation.VoidEntry;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.QueueItem;
import gatebook.store.record.EntryRow;
import gatebook.store.rollback.UndoOutcome;
import gatebook.store.rollback.UndoRun;
import gatebook.store.rollback.UndoneBy;
import gatebook.wire.feed.Change;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The steps of the script in their order, each one transaction of the register; {@link #BACK_UP} leaves it as it is.
 */
enum Deed {
    ENTER_FIRST(Deed::enter),
    ENTER_SECOND(Deed::enter),
    EDIT_FIRST(gate -> correct(gate, ENTER_FIRST, Field.NOTES, "lamp broken")),
    ENTER_THIRD(Deed::enter),
    EXIT_FIRST(gate -> leave(gate, ENTER_FIRST, Departure.Settlement.CASH)),
    BEGIN_RUN(gate -> gate.runs().begin(Runs.Trigger.MANUAL, gate.now())),
    TAKE(Deed::take),
    SETTLE(Deed::settle),
    HEAR_OF_OTHERS(Deed::hear),
    ENTER_FOURTH(Deed::enter),
    EDIT_SECOND(gate -> correct(gate, ENTER_SECOND, Field.LOCATION, "row 7")),
    HEAR_OTHERWISE(Deed::hearOtherwise),
    DECIDE(Deed::decide),
    END_RUN(gate -> gate.runs().end(gate.run(), Tally.NONE, Runs.RunOutcome.COMPLETED, null, gate.now())),
    VOID_FOURTH(gate -> gate.done(new VoidEntry(gate.database(), gate.clock(), gate.ids())
            .voidEntry(gate.writtenIn(ENTER_FOURTH), "a drill", "Asha"))),
    IMPORT(Deed::importRows),
    BACK_UP(Deed::backUp),
    ENTER_FIFTH(Deed::enter),
    EXIT_SECOND(gate -> leave(gate, ENTER_SECOND, Departure.Settlement.UNPAID)),
    PAY_SECOND(gate -> correct(gate, ENTER_SECOND, Field.PAYMENT_STATUS, "Paid")),
    UNDO_RUN(Deed::undo),
    TAKE_AGAIN(Deed::take),
    RELEASE(gate -> gate.outbox().releaseAll()),
    TAKE_ONCE_MORE(Deed::take),
    SETTLE_AGAIN(Deed::settle),
    ENTER_SIXTH(Deed::enter),
    EXIT_THIRD(gate -> leave(gate, ENTER_THIRD, Departure.Settlement.ONLINE)),
    EDIT_SIXTH(gate -> correct(gate, ENTER_SIXTH, Field.DRIVER_NAME, "Suresh")),
    ENTER_SEVENTH(Deed::enter),
    EXIT_FIFTH(gate -> leave(gate, ENTER_FIFTH, Departure.Settlement.CASH));

    private static final String THEIRS = "gate 2 says";

    private final Consumer<Gate> deed;

    Deed(Consumer<Gate> deed) {
        this.deed = deed;
    }

    void carryOut(Gate gate) {
        deed.accept(gate);
    }

    /** Whether its commit may wait for the next one before it is on the disk. */
    boolean isFlushedLater() {
        return this == BEGIN_RUN;
    }

    private static void enter(Gate gate) {
        gate.done(new RegisterEntry(gate.database(), gate.clock(), gate.ids())
                .register(new Arrival(
                        "MH12 " + gate.step(), "Trailer", "Konkan Carriers", null, null, null, null, null, "Asha")));
    }

    private static void correct(Gate gate, Deed entered, Field field, String text) {
        gate.done(new Correct(gate.database(), gate.clock(), gate.ids())
                .correct(gate.writtenIn(entered), Map.of(field, text), "Asha"));
    }

    private static void leave(Gate gate, Deed entered, Departure.Settlement settlement) {
        gate.done(new RegisterExit(gate.database(), gate.clock(), gate.ids())
                .register(gate.writtenIn(entered), new Departure(settlement, null, null, null, "Asha")));
    }

    private static void take(Gate gate) {
        gate.outbox().take(gate.now(), Shift.LENGTH, Outbox.Due.ALL, new Outbox.Lane.Any());
    }

    private static void settle(Gate gate) {
        Outbox.Batch batch = Elsewhere.underWay(gate.sync().queue(QueueItem.Status.PROCESSING));
        gate.outbox().settle(batch, Elsewhere.applied(gate.step(), batch), gate.marks());
    }

    /** Two vehicles that are new here, and the third one of this desk with another's notes. */
    private static void hear(Gate gate) {
        Entry third = gate.entry(gate.writtenIn(ENTER_THIRD));
        gate.inbox()
                .apply(
                        Elsewhere.page(
                                gate.step(),
                                List.of(
                                        Elsewhere.change(gate.step(), Elsewhere.vehicle(gate.step(), 1), 1),
                                        Elsewhere.change(gate.step(), Elsewhere.vehicle(gate.step(), 2), 1),
                                        Elsewhere.change(
                                                gate.step(),
                                                third.with(third.description().withNotes(THEIRS)),
                                                2))),
                        gate.marks());
    }

    /** Another desk voided the vehicle of which this desk has just said something, and changed one of its own. */
    private static void hearOtherwise(Gate gate) {
        EntryRow second = gate.row(gate.writtenIn(ENTER_SECOND));
        Entry theirs = Elsewhere.vehicle(gate.step(HEAR_OF_OTHERS), 1);
        gate.inbox()
                .apply(
                        Elsewhere.page(
                                gate.step(),
                                List.of(
                                        Elsewhere.change(
                                                gate.step(),
                                                second.entry(),
                                                second.sync().remoteVersion() + 1,
                                                Change.Life.VOIDED),
                                        Elsewhere.change(
                                                gate.step(),
                                                theirs.with(theirs.description().withLocation("row 9")),
                                                2))),
                        gate.marks());
    }

    private static void decide(Gate gate) {
        long item = gate.sync().conflicts(ConflictItem.Which.OPEN).getFirst().id();
        gate.done(new ResolveConflict(gate.database(), gate.clock(), gate.ids())
                .resolve(new Resolution.Order(item, null, new Decision.KeepLocal(), "Asha", null)));
    }

    private static void importRows(Gate gate) {
        new ImportEntries(gate.database(), gate.clock(), gate.ids())
                .importAll(List.of(
                                new ImportedRow("a" + gate.step(), 1, "{}", Elsewhere.vehicle(gate.step(), 1)),
                                new ImportedRow("b" + gate.step(), 1, "{}", Elsewhere.vehicle(gate.step(), 2)))
                        .iterator());
    }

    private static void backUp(Gate gate) {
        DeskHome home = gate.register().home();
        BackupResult result = new Backups(home.backups(), gate.clock()).make(home.register(), Backup.Occasion.REGULAR);
        if (!(result instanceof BackupResult.Made || result instanceof BackupResult.TargetTaken)) {
            throw new NoBackup(result.toString());
        }
    }

    private static void undo(Gate gate) {
        RunId run = new RunId(gate.run());
        UndoOutcome outcome = new UndoRun(gate.database(), gate.clock(), gate.ids())
                .undo(run, Scope.ALL, new UndoneBy("Asha", "Ravi"));
        if (!(outcome instanceof UndoOutcome.Undone)) {
            throw new IllegalStateException("step " + gate.step() + " came to " + outcome);
        }
    }

    /** The disk refused the copy, and nothing of the register was changed. */
    static final class NoBackup extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoBackup(String result) {
            super(result);
        }
    }
}
