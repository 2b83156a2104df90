package gatebook.store.rollback;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.TicketNo;

/** One record in the plan of an undo. */
public record UndoItem(EntryId record, TicketNo ticket, UndoStep step) {
    static UndoItem of(Entry entry, UndoStep step) {
        return new UndoItem(entry.id(), entry.ticket().number(), step);
    }
}
