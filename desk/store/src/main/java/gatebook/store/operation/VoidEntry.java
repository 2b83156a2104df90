package gatebook.store.operation;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.IdSource;
import gatebook.rules.refusal.Refusal;
import gatebook.store.operation.LocalWriting.Asked;
import gatebook.store.operation.LocalWriting.Decision;
import gatebook.store.sqlite.Database;
import gatebook.wire.push.OperationKind;
import java.time.Clock;

/** Voids an entry: it leaves every list and every sum, and stays in the audit trail with the reason. Thread-safe. */
public final class VoidEntry {
    private final LocalWriting writing;

    public VoidEntry(Database database, Clock clock, IdSource ids) {
        this.writing = new LocalWriting(database, clock, ids);
    }

    public Outcome voidEntry(EntryId id, String reason, String actor) {
        if (EntryRules.saysNothing(reason)) {
            return LocalWriting.refused(Refusal.REASON_MISSING, "voiding needs a reason");
        }
        return writing.amend(
                id,
                new Asked(actor, reason.strip()),
                (desk, row) -> new Decision.Write(row.entry(), OperationKind.DELETE));
    }
}
