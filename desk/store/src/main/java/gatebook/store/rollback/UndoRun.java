package gatebook.store.rollback;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what one run of synchronizing changed here (decision 0034). The undo is a run of its own, queued and audited, so
 * that every desk follows and that it can be undone by the same means. A run of ordinary size is one durable transaction; a
 * large one goes in chunks, each of them whole: cut off between two, the same call goes on with the rest under the same
 * number. What is planned is planned again where it is written. What takes back payments is written only if a second person
 * has agreed. Asking twice is the same as asking once. Thread-safe.
 */
public final class UndoRun {
    /**
     * How much goes into one transaction, in records.
     *
     * @param whole a run that changed no more is undone at once
     * @param chunk of a run that changed more
     */
    record Sizes(int whole, int chunk) {}

    private static final Sizes USUAL = new Sizes(1_000, 100);

    private final Database database;
    private final Clock clock;
    private final IdSource ids;
    private final Sizes sizes;

    public UndoRun(Database database, Clock clock, IdSource ids) {
        this(database, clock, ids, USUAL);
    }

    UndoRun(Database database, Clock clock, IdSource ids, Sizes sizes) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.sizes = sizes;
    }

    /** What undoing a run would do now; nobody waits for it. Empty if there is no such run. */
    public Optional<UndoPlan> preview(RunId run, Scope scope) {
        return database.read(session -> {
            if (!UndoRuns.exists(session, run)) {
                return Optional.empty();
            }
            Planning planning = new Planning(session, run, scope);
            return Optional.of(new UndoPlan(
                    run,
                    AuditTrail.recordsOf(session, run).stream()
                            .flatMap(record -> planning.item(record).stream())
                            .toList()));
        });
    }

    /** Undoes a run, on behalf of people whose names go into the audit trail. */
    public UndoOutcome undo(RunId run, Scope scope, UndoneBy by) {
        List<FieldError> unfit = by.faults();
        if (!unfit.isEmpty()) {
            return new UndoOutcome.BadWords(unfit);
        }
        Optional<List<EntryId>> records = database.read(session ->
                UndoRuns.exists(session, run) ? Optional.of(AuditTrail.recordsOf(session, run)) : Optional.empty());
        if (records.isEmpty()) {
            return new UndoOutcome.NoSuchRun();
        }
        Work work = new Work(run, scope, by);
        return records.get().size() <= sizes.whole() ? whole(work) : inChunks(work, records.get());
    }

    private UndoOutcome whole(Work work) {
        return database.write(Turn.GATE, session -> {
            List<EntryId> records = AuditTrail.recordsOf(session, work.run);
            Optional<UndoOutcome> refused = work.refusal(session, records);
            if (refused.isPresent()) {
                return refused.get();
            }
            work.take(session, records);
            return work.end(session);
        });
    }

    private UndoOutcome inChunks(Work work, List<EntryId> records) {
        Optional<UndoOutcome> refused = database.read(session -> work.refusal(session, records));
        for (int from = 0; from < records.size() && refused.isEmpty(); from += sizes.chunk()) {
            List<EntryId> chunk = records.subList(from, Math.min(from + sizes.chunk(), records.size()));
            refused = database.write(Turn.ENGINE, session -> {
                Optional<UndoOutcome> now = work.refusal(session, chunk);
                if (now.isEmpty()) {
                    work.take(session, chunk);
                }
                return now;
            });
        }
        return refused.orElseGet(() -> database.write(Turn.ENGINE, work::end));
    }

    /** One undo on its way through the records. */
    private final class Work {
        private final RunId run;
        private final Scope scope;
        private final UndoneBy by;
        private final List<UndoItem> items = new ArrayList<>();
        private @Nullable RunId undo;

        private Work(RunId run, Scope scope, UndoneBy by) {
            this.run = run;
            this.scope = scope;
            this.by = by;
        }

        /** Why these may not be undone; planned in the transaction that would write them. */
        Optional<UndoOutcome> refusal(Session session, List<EntryId> records) {
            if (!by.needsSecondPerson()) {
                return Optional.empty();
            }
            Planning planning = new Planning(session, run, scope);
            long payments = new UndoPlan(
                            run,
                            records.stream()
                                    .flatMap(record -> planning.item(record).stream())
                                    .toList())
                    .paymentsTakenBack();
            return payments == 0 ? Optional.empty() : Optional.of(new UndoOutcome.NeedsSecondPerson(payments));
        }

        /** Plans and writes one record after the other, so that each sees what was written before it. */
        void take(Session session, List<EntryId> records) {
            Planning planning = new Planning(session, run, scope);
            UndoWriting writing = null;
            int changed = 0;
            for (EntryId record : records) {
                Optional<UndoItem> item = planning.item(record);
                if (item.isPresent() && item.get().step().changes()) {
                    writing = writing == null ? begin(session) : writing;
                    writing.write(item.get());
                    changed++;
                }
                item.ifPresent(items::add);
            }
            if (undo != null) {
                UndoRuns.count(session, undo, changed);
            }
        }

        private UndoWriting begin(Session session) {
            RunId number = goingOn(session).orElseGet(() -> UndoRuns.begin(session, run, now()));
            undo = number;
            return new UndoWriting(session, UndoWriting.origin(session, run, number, by, now()), ids);
        }

        /** The number under which this undo, or an earlier one that was cut off, has begun. */
        private Optional<RunId> goingOn(Session session) {
            return undo == null ? UndoRuns.cutOff(session, run) : Optional.of(undo);
        }

        UndoOutcome end(Session session) {
            Optional<RunId> number = goingOn(session);
            number.ifPresent(begun -> UndoRuns.end(session, begun, now()));
            return new UndoOutcome.Undone(new UndoPlan(run, items), number.orElse(null));
        }

        private Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
