package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.rules.merge.Strategy;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import gatebook.store.witness.Findings;
import gatebook.store.witness.Witness;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue seen by the engine. Each method is one short transaction of the engine's turn. Thread-safe. */
public final class Outbox {
    /** The seed's retry delays are an hour at most: what is scheduled beyond this was scheduled by a wrong clock. */
    private static final Duration FAR_AHEAD = Duration.ofHours(2);

    private final Database database;
    private final IdSource ids;
    private final RetryDelays delays;

    public Outbox(Database database, IdSource ids, RetryDelays delays) {
        this.database = database;
        this.ids = ids;
        this.delays = delays;
    }

    /** Which operations may go. */
    public enum Due {
        /** Those whose time has come. */
        NOW,
        /** Also those that wait for a retry, since a person asks; refused once more, they wait as ever. */
        ALL
    }

    /**
     * What to send next, to be answered by {@link #settle} or {@link #release}.
     *
     * @param deviceSeq the number of this request
     * @param trail what this desk's audit trail has where the cloud may know it
     */
    public record Batch(long deviceSeq, List<TrailHead> trail, List<OutgoingOperation> operations) {
        /** Nothing to send. */
        public static final Batch NONE = new Batch(0, List.of());

        public Batch {
            trail = List.copyOf(trail);
            operations = List.copyOf(operations);
        }

        /** A batch that says nothing of this desk's audit trail. */
        public Batch(long deviceSeq, List<OutgoingOperation> operations) {
            this(deviceSeq, List.of(), operations);
        }

        public boolean isEmpty() {
            return operations.isEmpty();
        }

        /** The same without a word of the trail. */
        public Batch untold() {
            return new Batch(deviceSeq, operations);
        }

        /** The same as another request. */
        public Batch numbered(long another) {
            return new Batch(another, trail, operations);
        }
    }

    /** Which lanes a batch may come from. */
    public sealed interface Lane {
        record Any() implements Lane {}

        record Of(EntryId entry) implements Lane {}
    }

    /** How many operations wait. */
    public long waiting() {
        return database.read(QueueRows::waiting);
    }

    /** The number of the newest operation ever queued; it grows with each, whichever process wrote it. */
    public long newest() {
        return database.read(QueueRows::newest);
    }

    /** Folds, freezes and marks up to {@code limit} operations of distinct lanes; empty when nothing is due. */
    public Batch take(Instant now, int limit, Due due, Lane lane) {
        if (!database.read(QueueRows::isAnyWaiting)) {
            return Batch.NONE;
        }
        return database.write(Turn.ENGINE, session -> {
            List<OutgoingOperation> operations = take(session, now, limit, due, lane);
            return operations.isEmpty()
                    ? Batch.NONE
                    : new Batch(nextDeviceSeq(session, now), Witness.trail(session), operations);
        });
    }

    /** As the other, within a transaction of the caller's, and without a number for the request. */
    static List<OutgoingOperation> take(Session session, Instant now, int limit, Due due, Lane lane) {
        List<OutgoingOperation> operations = new ArrayList<>();
        boolean nothingLost = LostStates.isEmpty(session);
        for (QueueRows.Head head : heads(session, now, limit, due, lane)) {
            OutgoingOperation operation = freeze(session, head, now);
            if (operation != null) {
                operations.add(
                        nothingLost
                                ? operation
                                : operation.after(
                                        LostStates.of(session, head.row().record())));
            }
        }
        return operations;
    }

    private static List<QueueRows.Head> heads(Session session, Instant now, int limit, Due due, Lane lane) {
        Instant absurd = now.plus(FAR_AHEAD);
        return switch (lane) {
            case Lane.Any() -> {
                if (due == Due.ALL) {
                    QueueRows.makeDue(session, now);
                }
                yield QueueRows.due(session, now, absurd, limit);
            }
            case Lane.Of(EntryId entry) -> {
                if (due == Due.ALL) {
                    QueueRows.makeDueOf(session, entry, now);
                }
                yield QueueRows.dueOf(session, entry, now, absurd);
            }
        };
    }

    /** The batch with the number that it was taken with, or with another one if a later request has passed that. */
    public Batch numbered(Batch batch, Instant now) {
        return database.read(Outbox::lastDeviceSeq) == batch.deviceSeq() ? batch : batch.numbered(nextDeviceSeq(now));
    }

    /** A number for a request that is repeated, or that rehearses. */
    public long nextDeviceSeq(Instant now) {
        return database.write(Turn.ENGINE, session -> nextDeviceSeq(session, now));
    }

    private static long nextDeviceSeq(Session session, Instant now) {
        long next = lastDeviceSeq(session) + 1;
        Metadata.put(session, MetadataKey.DEVICE_SEQ, Long.toString(next), now);
        return next;
    }

    private static long lastDeviceSeq(Session session) {
        return Metadata.get(session, MetadataKey.DEVICE_SEQ)
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static @Nullable OutgoingOperation freeze(Session session, QueueRows.Head head, Instant now) {
        EntryId record = head.row().record();
        List<QueueRow> open = head.isFollowed() && !head.row().goesAlone()
                ? QueueRows.openInLane(session, record)
                : List.of(head.row());
        if (open.stream().anyMatch(QueueRow::hadFailed)) {
            // It goes once more, as it is or carried by a later edit; refused again, it is asked about again.
            ConflictTable.end(session, record, Strategy.LOCAL_WINS, now);
        }
        return switch (Folding.of(open)) {
            case Folding.Nothing(List<QueueRow> carried) -> {
                carried.forEach(
                        row -> QueueRows.cancel(session, row, null, "written and voided before it was sent", now));
                RecordMarks.refresh(session, record, now);
                yield null; // nothing goes to the cloud
            }
            case Folding.Send(QueueRow last, OperationKind kind, List<QueueRow> carried) -> {
                carried.forEach(
                        row -> QueueRows.cancel(session, row, last.opId(), "folded into a later operation", now));
                if (last.kind() != kind) {
                    QueueRows.become(session, last, kind);
                }
                Long known = last.baseVersion();
                long baseVersion = known == null ? head.remoteVersion() : known;
                QueueRows.take(session, last, baseVersion, now);
                yield new OutgoingOperation(
                        last.opId(),
                        kind,
                        last.record(),
                        kind == OperationKind.CREATE ? 0 : baseVersion,
                        last.madeAt(),
                        last.actor(),
                        kind == OperationKind.DELETE ? null : last.data());
            }
        };
    }

    /**
     * Takes in the cloud's outcomes. Matched by op_id alone: what the batch did not ask is passed over, a straggler's answer
     * finds nothing under way and changes nothing; operations of the batch without an outcome wait again.
     */
    public Tally settle(Batch batch, PushAnswer answer, Marks marks) {
        return database.write(Turn.ENGINE, session -> settle(session, batch, answer, marks));
    }

    /** As the other, within a transaction of the caller's. */
    Tally settle(Session session, Batch batch, PushAnswer answer, Marks marks) {
        Context context = Context.of(session, ids, marks);
        Settlement settlement = new Settlement(context, delays);
        Map<OpId, OutgoingOperation> unanswered = new HashMap<>();
        batch.operations().forEach(operation -> unanswered.put(operation.opId(), operation));
        Tally tally = Tally.NONE;
        for (PushAnswer.Result result : answer.results()) {
            OutgoingOperation asked = unanswered.remove(result.opId());
            if (asked != null) {
                tally = tally.plus(settlement.settle(asked, result.outcome()));
            }
        }
        unanswered.keySet().forEach(opId -> QueueRows.release(session, opId));
        LostStates.dropSent(session);
        if (answer.cursor() != null) {
            Metadata.put(session, MetadataKey.CURSOR, answer.cursor().token(), marks.now());
            Metadata.put(session, MetadataKey.LAST_PULL_AT, marks.now().toString(), marks.now());
            Metadata.remove(session, MetadataKey.SEEN);
            Witness.followed(session, answer.cursor(), marks.now());
        } else if (answer.end() != null) {
            Metadata.put(session, MetadataKey.SEEN, answer.end().token(), marks.now());
        }
        Metadata.put(session, MetadataKey.LAST_PUSH_AT, marks.now().toString(), marks.now());
        Witness.judged(session, answer.trail(), new Findings.Found(marks.now(), ids));
        return tally;
    }

    /** The request came to nothing: what was being sent waits again, and no try is counted. */
    public void release(Batch batch) {
        database.write(Turn.ENGINE, session -> {
            batch.operations().forEach(operation -> QueueRows.release(session, operation.opId()));
            return batch;
        });
    }

    /** The cloud has refused this desk's identity as another machine's: nothing is sent under it again. */
    public void noteCloned(Instant now) {
        database.write(Turn.ENGINE, session -> {
            Metadata.put(session, MetadataKey.CLONED, DeskProfile.read(session).deviceId(), now);
            return now;
        });
    }

    /** Whether the cloud has refused the identity that this desk still has. */
    public boolean isCloned() {
        return database.read(session -> Metadata.get(session, MetadataKey.CLONED)
                .filter(DeskProfile.read(session).deviceId()::equals)
                .isPresent());
    }

    /** After a start: what a process that died was sending waits again, with the same ids. Only by who syncs. */
    public int releaseAll() {
        return database.write(Turn.ENGINE, QueueRows::releaseAll);
    }

    /** Drops rows that ended before an instant, sent or carried by others, a few at a time; how many. */
    public int purge(Instant completedBefore, int limit) {
        return database.write(Turn.ENGINE, session -> QueueRows.purge(session, completedBefore, limit));
    }
}
