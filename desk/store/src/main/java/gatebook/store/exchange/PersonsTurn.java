package gatebook.store.exchange;

import gatebook.rules.entry.Field;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Images;
import gatebook.rules.merge.SecondDecision;
import gatebook.rules.merge.Verdict;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a verdict of the rules gives way to a person, for what happened to the record before (decision 0031): an item that
 * is open stays open as long as a side's value would be lost, a decision on its way that meets another one is asked about
 * anew, and so is a record on which the rules ran round after round.
 */
final class PersonsTurn {
    private final Context context;
    private final EntryRow row;
    private final @Nullable ConflictRow decided;

    private PersonsTurn(Context context, EntryRow row, @Nullable ConflictRow decided) {
        this.context = context;
        this.row = row;
        this.decided = decided;
    }

    static PersonsTurn about(EntryRow row, Context context) {
        return new PersonsTurn(
                context,
                row,
                ConflictRow.decidedAndUnsent(context.session(), row.entry().id())
                        .orElse(null));
    }

    /** Whether a decision of a person is still on its way to the cloud. */
    boolean isDecided() {
        return decided != null;
    }

    /** What the rules had settled often enough, or what is asked about already, is not settled by them once more. */
    Verdict unlessAgain(Verdict verdict) {
        return verdict instanceof Verdict.Merged merged && again(merged)
                ? new Verdict.AskPerson(merged.type(), merged.overlaps())
                : verdict;
    }

    /** For news of others: a decision on its way that meets another one is asked about anew. */
    Verdict unlessContested(Reconciliation.Remote remote, Verdict verdict) {
        return switch (verdict) {
            case Verdict.AskPerson _, Verdict.Same _ -> verdict;
            case Verdict.TakeRemote _, Verdict.KeepLocal _, Verdict.Merged _ -> secondDecision(remote, verdict);
        };
    }

    /** On what both sides agreed before the conflict began, however often it was decided since. */
    @Nullable
    String base() {
        return decided == null ? row.baseData() : decided.sides().base();
    }

    private boolean again(Verdict.Merged merged) {
        return !merged.overlaps().isEmpty()
                && (row.sync().status() == SyncStatus.CONFLICT
                        || Rounds.isEnough(context.session(), row.entry().id(), context.now()));
    }

    private Verdict secondDecision(Reconciliation.Remote remote, Verdict verdict) {
        String decidedOn = row.baseData();
        if (decided == null
                || decidedOn == null
                || remote.version() <= row.sync().remoteVersion()) {
            return verdict;
        }
        Images images = new Images(new Image.Present(context.entry(decidedOn)), row.image(), remote.image());
        List<Field> contested = SecondDecision.contested(images, decided.fields());
        return contested.isEmpty() ? verdict : new Verdict.AskPerson(decided.type(), contested);
    }
}
