package gatebook.store.query;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.TicketNo;
import gatebook.store.sqlite.Session;
import java.util.List;

/** The tickets that lead to an entry beside its own: those of records that were joined into it, at whichever desk. */
final class JoinedTickets {
    private static final String OF_RECORD = """
            SELECT ticket_no FROM displaced_entries WHERE holder_uuid = ?1 AND reason = 'joined'
            UNION
            SELECT ticket_no FROM joined_tickets WHERE record_uuid = ?1
            ORDER BY ticket_no""";

    private JoinedTickets() {}

    static List<TicketNo> of(Session session, EntryId record) {
        return session.list(OF_RECORD, row -> new TicketNo(row.getString(1)), record.toString());
    }
}
