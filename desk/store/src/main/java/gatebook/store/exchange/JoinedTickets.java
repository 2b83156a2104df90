package gatebook.store.exchange;

import gatebook.rules.entry.TicketNo;
import gatebook.store.sqlite.Session;
import gatebook.wire.feed.Change;

/**
 * The table {@code joined_tickets}: tickets that other desks gave out for a visit of which this register holds the record
 * that stands for both. The cloud tells them with that record, whose version need not be new.
 */
final class JoinedTickets {
    private static final String ADD = """
            INSERT INTO joined_tickets (record_uuid, ticket_no) VALUES (?, ?) ON CONFLICT DO NOTHING""";

    private JoinedTickets() {}

    static void note(Session session, Change change) {
        for (TicketNo ticket : change.joined()) {
            session.update(ADD, change.record().toString(), ticket.text());
        }
    }
}
