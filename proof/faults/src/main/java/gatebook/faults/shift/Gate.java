package gatebook.faults.shift;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.store.exchange.Inbox;
import gatebook.store.exchange.Marks;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.RetryDelays;
import gatebook.store.exchange.Runs;
import gatebook.store.file.Register;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.operation.Outcome;
import gatebook.store.query.SyncQueries;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** The desk at one step of its shift: the hour and the ids are those of the step, however often it is tried. */
final class Gate {
    private final Register register;
    private final long step;
    private final Clock clock;
    private final IdSource ids;

    Gate(Register register, long step) {
        this.register = register;
        this.step = step;
        this.clock = clock(step);
        this.ids = ids(step);
    }

    static Clock clock(long step) {
        return Clock.fixed(Elsewhere.MORNING.plusSeconds(60 * step), ZoneOffset.UTC);
    }

    static IdSource ids(long step) {
        long[] last = {0};
        return () -> Elsewhere.id(step, ++last[0]);
    }

    /** The entry that was written in at a step of this round of the script. */
    EntryId writtenIn(Deed deed) {
        return new EntryId(Elsewhere.id(step(deed), 1));
    }

    /** The number of a step of this round. */
    long step(Deed deed) {
        return (step - 1) / Shift.LENGTH * Shift.LENGTH + Shift.SCRIPT.indexOf(deed) + 1;
    }

    long step() {
        return step;
    }

    Register register() {
        return register;
    }

    Database database() {
        return register.database();
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    IdSource ids() {
        return ids;
    }

    Outbox outbox() {
        return new Outbox(database(), ids, new RetryDelays(new SplittableRandom(step)));
    }

    Inbox inbox() {
        return new Inbox(database(), ids);
    }

    Runs runs() {
        return new Runs(database());
    }

    SyncQueries sync() {
        return new SyncQueries(database());
    }

    /** Within the newest run. */
    Marks marks() {
        return new Marks(now(), run());
    }

    long run() {
        return sync().runs().getFirst().id();
    }

    Entry entry(EntryId id) {
        return row(id).entry();
    }

    EntryRow row(EntryId id) {
        return database()
                .read(session ->
                        EntryTable.find(session, id, DeskProfile.read(session).currency()))
                .orElseThrow();
    }

    void done(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException("step " + step + " was refused: " + refused);
        }
    }
}
