package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.merge.Decided;
import gatebook.rules.merge.Decision;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Images;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.Resolution.Result;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record that desk and cloud hold in different versions. It is decided on what stands here now and on the newest that
 * was heard of the cloud. The decision is sent even where the cloud's image is accepted as it is: so it gets a version of
 * its own, and another desk's decision of the same conflict meets it (decision 0031). Only an accepted void needs nothing.
 */
final class TwoVersions {
    private final Context context;
    private final Resolution.Order order;
    private final DecisionWriting writing;

    TwoVersions(Context context, Resolution.Order order, DecisionWriting writing) {
        this.context = context;
        this.order = order;
        this.writing = writing;
    }

    Result decide(ConflictRow item, EntryRow row) {
        Image remote = writing.image(holdsNone(row) ? item.sides().remote() : row.baseData());
        String base = item.sides().base();
        Images images = new Images(base == null ? null : writing.image(base), row.image(), remote);
        return switch (order.decision().between(images, context.policy(), item.fields())) {
            case Decided.Stands(Image image) -> stand(item, row, remote, image);
            case Decided.AtFault(List<FieldError> faults) -> Result.Refused.of(faults);
            case Decided.NothingToMerge() ->
                Result.Refused.because(
                        Refusal.UNFIT_DECISION,
                        "one side voided the entry, so there is nothing to merge; keep one side");
        };
    }

    private Result stand(ConflictRow item, EntryRow row, Image remote, Image image) {
        EntryRow decided = decided(row, image);
        if (!(order.decision() instanceof Decision.AcceptRemote) && !decided.isVoided()) {
            Optional<Result> taken = writing.placeTaken(decided.entry());
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        Optional<OperationKind> kind = kind(row, remote, image);
        @Nullable OpId carrier = kind.isPresent() ? new OpId(context.ids().next()) : null;
        boolean waits = QueueRows.cancelUnsent(
                context.session(),
                row.entry().id(),
                carrier,
                "decided: " + order.decision().strategy(),
                context.now());
        SyncStatus status = carrier != null || waits ? SyncStatus.PENDING : SyncStatus.SYNCED;
        EntryRow after = decided.with(row.sync().with(status));
        new Displacement(context)
                .write(new Writing(
                        writing.origin(),
                        row,
                        after,
                        carrier == null ? null : new Writing.Sending(carrier, kind.orElseThrow())));
        item.close(
                context.session(), order.decision().strategy(), writing.closing(), carrier, DecisionWriting.json(row));
        return new Result.Decided(after);
    }

    private EntryRow decided(EntryRow row, Image image) {
        return switch (image) {
            case Image.Voided() -> row.isVoided() ? row : row.voided(context.now());
            case Image.Present(Entry entry) ->
                row.revived()
                        .with(
                                order.decision() instanceof Decision.AcceptRemote
                                        ? entry
                                        : entry.with(entry.authorship().touched(context.now())));
        };
    }

    private static Optional<OperationKind> kind(EntryRow row, Image remote, Image image) {
        return switch (image) {
            case Image.Present _ -> Optional.of(holdsNone(row) ? OperationKind.CREATE : OperationKind.UPDATE);
            case Image.Voided() ->
                holdsNone(row) || remote instanceof Image.Voided()
                        ? Optional.empty()
                        : Optional.of(OperationKind.DELETE);
        };
    }

    /** The cloud turned out to have lost the record after the item was opened. */
    private static boolean holdsNone(EntryRow row) {
        return row.sync().remoteVersion() == 0;
    }
}
