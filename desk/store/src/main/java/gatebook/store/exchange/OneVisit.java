package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Decided;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Images;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.Resolution.Result;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Optional<EntryRow> found =
                EntryTable.find(context.session(), otherId, context.desk().currency());
        if (found.isEmpty()) {
            return Result.Refused.because(
                    Refusal.UNFIT_DECISION, "the entry that stands for both is not here yet; sync first");
        }
        EntryRow other = found.get();
        @Nullable
        EntryRow apart = EntryTable.find(
                        context.session(), item.sides().record(), context.desk().currency())
                .orElse(null);
        EntryRow mine = apart != null ? apart : joined(item);
        Images images = Images.ofOneVisit(mine.entry(), other.entry());
        return switch (order.decision().between(images, POLICY, item.fields())) {
            case Decided.Stands(Image.Present(Entry entry)) -> stand(item, apart, other, entry);
            case Decided.AtFault(List<FieldError> faults) -> Result.Refused.of(faults);
            case Decided.Stands _, Decided.NothingToMerge _ -> throw new IllegalStateException("two entries are there");
        };
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
