package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Decided;
import gatebook.rules.merge.Decision;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Images;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.Resolution.Result;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One visit that two desks wrote as two records, of which the other one stands for both. What this desk recorded beside the
 * arrival, an exit or a payment, is what is decided about: local, it is written into the record that stands; remote, that
 * record stays as it is; merged, it takes what is chosen. In any case this desk's record is joined into it, and its ticket
 * leads there. All that it held is kept in the item.
 */
final class OneVisit {
    /** Where a visit was begun twice, the one that stands says where and when. */
    static final Policy POLICY =
            new Policy(Map.of(FieldGroup.PLATE, Strategy.REMOTE_WINS, FieldGroup.ENTRY_TIME, Strategy.REMOTE_WINS));

    private final Context context;
    private final Resolution.Order order;
    private final DecisionWriting writing;

    OneVisit(Context context, Resolution.Order order, DecisionWriting writing) {
        this.context = context;
        this.order = order;
        this.writing = writing;
    }

    Result decide(ConflictRow item, EntryId otherId) {
        Optional<EntryRow> found = standing(otherId);
        @Nullable
        EntryRow apart = EntryTable.find(
                        context.session(), item.sides().record(), context.desk().currency())
                .orElse(null);
        if (found.isEmpty()) {
            return withoutTheOther(item, apart);
        }
        EntryRow other = found.get();
        EntryRow mine = apart != null ? apart : joined(item);
        Images images = Images.ofOneVisit(mine.entry(), other.entry());
        return switch (order.decision().between(images, POLICY, item.fields())) {
            case Decided.Stands(Image.Present(Entry entry)) -> stand(item, apart, other, entry);
            case Decided.AtFault(List<FieldError> faults) -> Result.Refused.of(faults);
            case Decided.Stands _, Decided.NothingToMerge _ -> throw new IllegalStateException("two entries are there");
        };
    }

    /** What stands for an entry by now: itself, or the one into which it was joined in its turn. */
    private Optional<EntryRow> standing(EntryId other) {
        Set<EntryId> passed = new HashSet<>();
        Optional<EntryId> at = Optional.of(other);
        while (at.isPresent() && passed.add(at.get())) {
            Optional<EntryRow> found =
                    EntryTable.find(context.session(), at.get(), context.desk().currency());
            if (found.isPresent()) {
                return found;
            }
            at = DisplacedTable.holderOfJoined(context.session(), at.get());
        }
        return Optional.empty();
    }

    /**
     * The other entry is not among all that this desk has heard: it was voided or lost before. Kept, this desk's entry goes to
     * the cloud on its own; if the other one is there after all, the cloud says so and a person is asked again. Where this
     * desk's entry was joined into a third one since, nothing is left to decide here: what it held beside the arrival is asked
     * about in an item of its own. Nor is there anything where a person has voided it since, and the cloud never had it.
     */
    private Result withoutTheOther(ConflictRow item, @Nullable EntryRow apart) {
        Optional<EntryRow> third = apart == null ? standing(item.sides().record()) : Optional.empty();
        if (third.isPresent() && item.isOpen() && !isExpectingNews()) {
            writing.confirm(third.get());
            writing.close(item, order.decision().strategy());
            return new Result.Decided(third.get());
        }
        if (apart != null
                && apart.isVoided()
                && apart.sync().remoteVersion() == 0
                && item.isOpen()
                && !isExpectingNews()) {
            writing.confirm(apart);
            new Joining(context).forget(apart);
            writing.close(item, order.decision().strategy());
            return new Result.Decided(apart);
        }
        if (apart == null
                || apart.isVoided()
                || !(order.decision() instanceof Decision.KeepLocal)
                || isExpectingNews()) {
            return Result.Refused.because(
                    Refusal.UNFIT_DECISION,
                    "the entry that stands for both is not here yet; sync first, then keep local if this one is to stand");
        }
        OpId carrier = new OpId(context.ids().next());
        EntryId id = apart.entry().id();
        QueueRows.cancelUnsent(context.session(), id, carrier, "decided: stands on its own", context.now());
        EntryRow alone = apart.with(apart.sync().with(SyncStatus.PENDING));
        Writing.Sending sending = new Writing.Sending(carrier, OperationKind.CREATE);
        context.recorder().write(new Writing(writing.origin(), apart, alone, sending));
        item.close(
                context.session(),
                order.decision().strategy(),
                writing.closing(),
                carrier,
                DecisionWriting.json(apart));
        return new Result.Decided(alone);
    }

    private boolean isExpectingNews() {
        return Stream.of(MetadataKey.SEEN, MetadataKey.HEALING)
                .anyMatch(key -> Metadata.get(context.session(), key).isPresent());
    }

    private EntryRow joined(ConflictRow item) {
        return DisplacedTable.joined(context.session(), item.sides().record(), context)
                .orElseThrow();
    }

    /**
     * @param apart this desk's record; null where it was joined already
     */
    private Result stand(ConflictRow item, @Nullable EntryRow apart, EntryRow other, Entry entry) {
        Optional<EntryId> holder = EntryTable.holder(context.session(), entry.plate(), entry.entryTime())
                .filter(id -> !id.equals(item.sides().record()));
        if (holder.isPresent() && !holder.get().equals(entry.id())) {
            return writing.placeTaken(entry).orElseThrow();
        }
        if (apart != null) {
            new Joining(context).join(apart, other.entry(), writing.origin());
        }
        EntryRow stands = other;
        if (entry.equals(other.entry())) {
            writing.confirm(other);
        } else {
            stands = writing.amend(other, entry);
        }
        if (item.isOpen()) {
            writing.close(item, order.decision().strategy());
        }
        return new Result.Decided(stands);
    }
}
