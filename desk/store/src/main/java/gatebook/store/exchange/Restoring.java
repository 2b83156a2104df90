package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.Decided;
import gatebook.rules.merge.Decision;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Images;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.Resolution.Result;
import gatebook.store.record.EntryRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings back what lost in a conflict that is settled: the fields that were in dispute become those of one side again, and
 * what was written since of other fields stays. An edit like any other; the settled item is left as it is. Asking for what
 * stands already changes nothing.
 */
final class Restoring {
    private final DecisionWriting writing;
    private final Resolution.Order order;

    Restoring(DecisionWriting writing, Resolution.Order order) {
        this.writing = writing;
        this.order = order;
    }

    Result restore(ConflictRow item, EntryRow row) {
        Images images = new Images(
                null,
                writing.image(item.sides().local()),
                writing.image(item.sides().remote()));
        if (row.isVoided()) {
            return revive(side(images), row);
        }
        return switch (order.decision().into(row.entry(), images, item.fields())) {
            case Decided.Stands(Image.Present(Entry entry)) -> write(row, entry);
            case Decided.AtFault(List<FieldError> faults) -> Result.Refused.of(faults);
            case Decided.Stands _, Decided.NothingToMerge _ ->
                unfit("that side voided the entry; to void it now, use delete");
        };
    }

    /** The place that a record wanted and did not get; the other side of the item is another record's. */
    Result restorePlace(ConflictRow item, EntryRow row) {
        List<Field> place = List.of(Field.VEHICLE_NUMBER, Field.ENTRY_TIME);
        if (row.isVoided() || !item.fields().equals(place) || !(order.decision() instanceof Decision.KeepLocal)) {
            return unfit("conflict " + item.id() + " is settled, and there is nothing of it to bring back");
        }
        Image wanted = writing.image(item.sides().local());
        return switch (order.decision().into(row.entry(), new Images(null, wanted, wanted), place)) {
            case Decided.Stands(Image.Present(Entry entry)) -> write(row, entry);
            case Decided.AtFault(List<FieldError> faults) -> Result.Refused.of(faults);
            case Decided.Stands _, Decided.NothingToMerge _ -> unfit("this desk had voided the entry");
        };
    }

    private Image side(Images images) {
        return order.decision() instanceof Decision.AcceptRemote ? images.remote() : images.local();
    }

    private Result revive(Image side, EntryRow row) {
        if (order.decision() instanceof Decision.MergeFields) {
            return unfit("the entry was voided; bring it back with one side first");
        }
        return switch (side) {
            case Image.Voided() -> new Result.Decided(row);
            case Image.Present(Entry entry) -> written(row, entry);
        };
    }

    private Result write(EntryRow row, Entry entry) {
        return Objects.equals(entry, row.entry()) ? new Result.Decided(row) : written(row, entry);
    }

    private Result written(EntryRow row, Entry entry) {
        Optional<Result> taken = writing.placeTaken(entry);
        return taken.orElseGet(() -> new Result.Decided(writing.amend(row, entry)));
    }

    private static Result unfit(String why) {
        return Result.Refused.because(Refusal.UNFIT_DECISION, why);
    }
}
