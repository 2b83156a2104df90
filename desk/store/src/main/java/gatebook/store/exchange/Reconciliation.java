package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Merge;
import gatebook.rules.merge.Strategy;
import gatebook.rules.merge.Verdict;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncState;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.store.sqlite.Session;
import gatebook.wire.compare.Fingerprint;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a record that has unsent changes together with what the cloud holds: {@link Merge} decides, this writes. The
 * invariant it keeps: whatever is unsent of a record stands in its row, and the last open operation of its lane carries
 * the row as it is.
 */
final class Reconciliation {
    private final Session session;
    private final Context context;
    private final Doubt doubt;
    private final Displacement displacement;

    Reconciliation(Context context) {
        this(context, Doubt.NONE);
    }

    /**
     * @param doubt whether the cloud's side is of the history to which this desk sent
     */
    Reconciliation(Context context, Doubt doubt) {
        this.session = context.session();
        this.context = context;
        this.doubt = doubt;
        this.displacement = new Displacement(context);
    }

    /** The cloud's side of a record. */
    record Remote(long version, Image image) {
        /**
         * Both sides as the inbox keeps them.
         *
         * @param base what they last agreed on; null where that is not known
         */
        ConflictTable.Sides against(EntryRow row, @Nullable String base) {
            String local = row.isVoided() ? null : EntryJson.encode(row.entry());
            return new ConflictTable.Sides(row.entry().id(), base, local, json(), version, null);
        }

        @Nullable
        String json() {
            return switch (image) {
                case Image.Present(Entry entry) -> EntryJson.encode(entry);
                case Image.Voided() -> null;
            };
        }
    }

    /** Decides and writes; what was done, counted. */
    Tally reconcile(EntryRow row, Remote remote) {
        return reconcile(row, remote, base(row, remote).orElse(null));
    }

    /** As the other, where the caller knows on what both sides last agreed, or that nobody does. */
    Tally reconcile(EntryRow row, Remote remote, @Nullable Image base) {
        PersonsTurn turn = PersonsTurn.about(row, context);
        Verdict verdict = verdict(row, remote, base, turn);
        if (isInInbox(row) && !(verdict instanceof Verdict.AskPerson)) {
            ConflictTable.end(session, row.entry().id(), Strategy.MERGE_INTELLIGENT, context.now());
        }
        return switch (verdict) {
            case Verdict.Same() -> agree(row, row, remote);
            case Verdict.TakeRemote() -> takeRemote(row, remote);
            case Verdict.KeepLocal() -> keep(row, row, remote, Cause.MERGE);
            case Verdict.Merged merged -> merge(row, remote, merged);
            case Verdict.AskPerson(ConflictType type, List<Field> fields) ->
                ask(row, remote, remote.against(row, turn.base()), new Asking(type, fields));
        };
    }

    private Verdict verdict(EntryRow row, Remote remote, @Nullable Image base, PersonsTurn turn) {
        Verdict verdict = turn.unlessAgain(
                Merge.decide(Optional.ofNullable(base), row.image(), remote.image(), context.policy()));
        return turn.isDecided() && !isOurEcho(row, remote) ? turn.unlessContested(remote, verdict) : verdict;
    }

    /** What a person is asked. */
    private record Asking(ConflictType type, List<Field> fields) {}

    private static boolean isInInbox(EntryRow row) {
        return switch (row.sync().status()) {
            case CONFLICT, FAILED -> true;
            case PENDING, SYNCED -> false;
        };
    }

    /** The cloud holds no such record any more, or never did: what stands here is sent as a new one. */
    Tally sendAnew(EntryRow row) {
        EntryRow unknown = new EntryRow(
                row.entry(),
                new SyncState(SyncStatus.PENDING, null, 0, row.sync().lastSyncAt()),
                row.deletedAt(),
                null);
        if (row.isVoided()) {
            endOpen(row.entry().id(), null, "the cloud holds no such record");
            write(row, unknown.with(unknown.sync().with(SyncStatus.SYNCED)), Cause.REPAIR, null);
        } else {
            OpId opId = new OpId(context.ids().next());
            endOpen(row.entry().id(), opId, "the cloud holds no such record");
            write(row, unknown, Cause.REPAIR, new Writing.Sending(opId, OperationKind.CREATE));
        }
        return Tally.MERGED;
    }

    /**
     * What both sides last agreed on. For a record that waits for a decision that is what its inbox item says, since its
     * row has moved on to the cloud's version: otherwise the local side would look like the only one that changed.
     */
    private Optional<Image> base(EntryRow row, Remote remote) {
        if (!LostStates.of(session, row.entry().id()).isEmpty()) {
            return baseOfSentAgain(row, remote);
        }
        Optional<String> base = row.sync().status() == SyncStatus.CONFLICT
                ? ConflictTable.openBase(session, row.entry().id())
                : isOurEcho(row, remote) ? Optional.ofNullable(remote.json()) : Optional.ofNullable(row.baseData());
        return base.map(image -> new Image.Present(context.entry(image)));
    }

    /**
     * Of a record that is being sent again after a loss: what stood here before is on the way, from this desk or another
     * one that knew less. Anything else is somebody's who knew more or went another way, and no base is known for that.
     */
    private Optional<Image> baseOfSentAgain(EntryRow row, Remote remote) {
        boolean stoodHere = Trail.of(session, row.entry().id()).knows(Fingerprint.of(remote.json()));
        return stoodHere ? Optional.of(remote.image()) : Optional.empty();
    }

    /**
     * Whether the cloud's image is what this desk sent without hearing the answer: then both sides agreed on it. Taken for
     * somebody else's, a payment of ours would look like a second one.
     */
    private boolean isOurEcho(EntryRow row, Remote remote) {
        String image = remote.json();
        return image != null
                && QueueRows.openInLane(session, row.entry().id()).stream()
                        .anyMatch(open -> open.attempt() == QueueRow.Attempt.UNKNOWN
                                && open.kind() != OperationKind.DELETE
                                && open.data().equals(image));
    }

    private Tally takeRemote(EntryRow row, Remote remote) {
        EntryRow taken = switch (remote.image()) {
            case Image.Present(Entry entry) -> row.revived().with(entry);
            case Image.Voided() -> row.voided(context.now());
        };
        agree(row, taken, remote);
        return Tally.PULLED;
    }

    /** Both sides are one: nothing of the record waits any longer, but for answers to what was sent already. */
    private Tally agree(EntryRow row, EntryRow agreed, Remote remote) {
        EntryId id = row.entry().id();
        boolean waiting = endOpen(id, null, "the cloud holds the same already");
        SyncStatus status = waiting ? SyncStatus.PENDING : SyncStatus.SYNCED;
        write(row, at(agreed, remote, status), Cause.PULL, null);
        return Tally.NONE;
    }

    /** The row goes on top of the cloud's version and is sent, by the operation that carries it or by a new one. */
    private Tally keep(EntryRow row, EntryRow kept, Remote remote, Cause cause) {
        EntryId id = row.entry().id();
        OpId opId = new OpId(context.ids().next());
        endOpen(id, opId, "merged with the cloud's version " + remote.version());
        OperationKind kind = kept.isVoided() ? OperationKind.DELETE : OperationKind.UPDATE;
        write(row, at(kept, remote, SyncStatus.PENDING), cause, new Writing.Sending(opId, kind));
        return Tally.NONE;
    }

    private Tally merge(EntryRow row, Remote remote, Verdict.Merged merged) {
        if (!merged.overlaps().isEmpty()) {
            ConflictTable.settled(
                    session,
                    remote.against(row, row.baseData()),
                    merged.type(),
                    merged.strategy(),
                    mark(merged.overlaps()));
        }
        EntryRow result = row.revived().with(merged.result());
        if (remote.image().equals(new Image.Present(merged.result()))) {
            agree(row, result, remote);
        } else {
            keep(row, result, remote, Cause.MERGE);
        }
        return Tally.MERGED;
    }

    private Tally ask(EntryRow row, Remote remote, ConflictTable.Sides sides, Asking asking) {
        ConflictTable.ask(session, sides, asking.type(), mark(asking.fields()));
        endOpen(row.entry().id(), null, "kept in the inbox for a decision");
        write(row, at(row, remote, SyncStatus.CONFLICT), Cause.MERGE, null);
        return Tally.CONFLICT;
    }

    private ConflictTable.Mark mark(List<Field> fields) {
        return new ConflictTable.Mark(context.now(), context.runId(), fields);
    }

    private EntryRow at(EntryRow row, Remote remote, SyncStatus status) {
        SyncState sync = row.sync().with(status).seen(remote.version(), context.now());
        return new EntryRow(row.entry(), sync, row.deletedAt(), remote.json());
    }

    private void write(EntryRow before, EntryRow after, Cause cause, Writing.@Nullable Sending sending) {
        displacement.write(new Writing(context.origin(cause), before, after, sending));
    }

    /**
     * Ends what is open of a record; whether an answer is still waited for. In one history what was sent without an answer can
     * stay: its base lies behind the cloud's version, so that it took effect before or never will. In another history the
     * numbers of versions come again, and it would take effect on a state that it knows nothing of.
     */
    private boolean endOpen(EntryId record, @Nullable OpId supersededBy, String why) {
        return switch (doubt) {
            case NONE -> QueueRows.cancelUnsent(session, record, supersededBy, why, context.now());
            case HISTORY_LOST -> {
                QueueRows.cancelOpen(session, record, supersededBy, why, context.now());
                yield false;
            }
        };
    }
}
