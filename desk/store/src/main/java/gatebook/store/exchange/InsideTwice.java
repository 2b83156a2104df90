package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.merge.Decided;
import gatebook.rules.merge.Decision;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Images;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.Resolution.Result;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.SyncStatus;
import java.util.List;
import java.util.Optional;

/**
 * A vehicle that is inside twice, as two records that both exist everywhere. Local: it was looked at, and both stay, since
 * they are two vehicles, or since an exit that was not recorded is now written by hand. Remote: this desk's entry was a
 * mistake and is voided. Merge: they are one visit; the other entry takes what is chosen of this one, which is voided.
 */
final class InsideTwice {
    private final Context context;
    private final Resolution.Order order;
    private final DecisionWriting writing;

    InsideTwice(Context context, Resolution.Order order, DecisionWriting writing) {
        this.context = context;
        this.order = order;
        this.writing = writing;
    }

    Result decide(ConflictRow item, EntryRow mine, EntryId otherId) {
        if (order.decision() instanceof Decision.KeepLocal) {
            writing.confirm(mine);
            return closed(item, mine);
        }
        Optional<EntryRow> other = EntryTable.find(
                        context.session(), otherId, context.desk().currency())
                .filter(row -> !row.isVoided());
        if (other.isEmpty()) {
            return unfit("the other entry is not here or was voided; without this one none would be left");
        }
        if (mine.isVoided()) {
            writing.confirm(mine);
            return closed(item, mine);
        }
        if (mine.sync().status() == SyncStatus.CONFLICT) {
            return unfit("this desk's entry waits for the decision of another conflict; decide that first");
        }
        if (!Joining.isPlainArrival(mine)) {
            return unfit("an exit or a payment was recorded of this desk's entry meanwhile; "
                    + "keep local, and void it with delete if it is to go");
        }
        return order.decision() instanceof Decision.MergeFields
                ? merge(item, mine, other.get())
                : closed(item, writing.voidIt(mine));
    }

    private Result merge(ConflictRow item, EntryRow mine, EntryRow other) {
        Images images = Images.ofOneVisit(mine.entry(), other.entry());
        return switch (order.decision().between(images, OneVisit.POLICY, item.fields())) {
            case Decided.Stands(Image.Present(Entry entry)) -> {
                Optional<Result> taken = writing.placeTaken(entry);
                if (taken.isPresent()) {
                    yield taken.get();
                }
                writing.voidIt(mine);
                yield closed(item, writing.amend(other, entry));
            }
            case Decided.AtFault(List<FieldError> faults) -> Result.Refused.of(faults);
            case Decided.Stands _, Decided.NothingToMerge _ -> throw new IllegalStateException("both entries live");
        };
    }

    private Result closed(ConflictRow item, EntryRow stands) {
        writing.close(item, order.decision().strategy());
        return new Result.Decided(stands);
    }

    private static Result unfit(String why) {
        return Result.Refused.because(Refusal.UNFIT_DECISION, why);
    }
}
