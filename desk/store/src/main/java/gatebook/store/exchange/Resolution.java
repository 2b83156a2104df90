package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.rules.merge.Decision;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision of one item of the inbox, within the caller's transaction: the record, the operation that tells the
 * cloud, the audit row and the closed item, all or none (decision 0030). What the decision means depends on what the item
 * is about: two versions of one record, one visit written as two records, or a vehicle that is inside twice. For an item
 * that is settled it brings values back that lost.
 */
public final class Resolution {
    private final Context context;
    private final Order order;

    private Resolution(Context context, Order order) {
        this.context = context;
        this.order = order;
    }

    /**
     * What a person says.
     *
     * @param seen the cloud's version that the person looked at; null to decide on whatever is there
     * @param reason why; null where nobody asked
     */
    public record Order(
            long item,
            @Nullable Long seen,
            Decision decision,
            String actor,
            @Nullable String reason) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is decided; the record that stands. */
        record Decided(EntryRow row) implements Result {}

        /** Nothing was changed. */
        record Refused(Refusal refusal, String detail, List<FieldError> faults) implements Result {
            public Refused {
                faults = List.copyOf(faults);
            }

            static Refused because(Refusal refusal, String detail) {
                return new Refused(refusal, detail, List.of());
            }

            static Refused of(List<FieldError> faults) {
                return new Refused(Refusal.BAD_VALUE, FieldError.sentence(faults), faults);
            }
        }
    }

    /** Decides an item, or says why it cannot be decided so. */
    public static Result decide(Session session, IdSource ids, Order order, Instant now) {
        Context context = Context.of(session, ids, new Marks(now, null));
        return new Resolution(context, order).decide();
    }

    private Result decide() {
        Optional<ConflictRow> found = ConflictRow.find(context.session(), order.item());
        if (found.isEmpty()) {
            return Result.Refused.because(Refusal.NO_SUCH_CONFLICT, "there is no conflict " + order.item());
        }
        ConflictRow item = found.get();
        Long seen = order.seen();
        if (item.isOpen() && seen != null && seen != item.sides().remoteVersion()) {
            return Result.Refused.because(
                    Refusal.CONFLICT_MOVED_ON,
                    "the other side of conflict " + item.id() + " is at version "
                            + item.sides().remoteVersion() + " by now, not " + seen);
        }
        DecisionWriting writing = new DecisionWriting(context, order);
        EntryId other = item.sides().other();
        Optional<EntryRow> row = EntryTable.find(
                context.session(), item.sides().record(), context.desk().currency());
        if (other == null) {
            return row.isEmpty() ? away() : ofVersions(writing, item, row.get());
        }
        if (DisplacedTable.joined(context.session(), item.sides().record(), context)
                .isPresent()) {
            return new OneVisit(context, order, writing).decide(item, other);
        }
        if (row.isEmpty()) {
            return away();
        }
        if (!item.isOpen()) {
            return new Restoring(writing, order).restorePlace(item, row.get());
        }
        return row.get().sync().remoteVersion() == 0
                ? new OneVisit(context, order, writing).decide(item, other)
                : new InsideTwice(context, order, writing).decide(item, row.get(), other);
    }

    private Result ofVersions(DecisionWriting writing, ConflictRow item, EntryRow row) {
        return item.isOpen()
                ? new TwoVersions(context, order, writing).decide(item, row)
                : new Restoring(writing, order).restore(item, row);
    }

    private static Result away() {
        return Result.Refused.because(
                Refusal.UNFIT_DECISION, "the entry is not here until its newer version arrives; sync first");
    }
}
