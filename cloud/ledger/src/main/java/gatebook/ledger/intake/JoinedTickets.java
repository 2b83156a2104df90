package gatebook.ledger.intake;

import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.TicketNo;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The table {@code joined_tickets}: tickets of second records of one visit, and the first ones that they lead to. */
final class JoinedTickets {
    private static final String FIND = """
            select record_uuid, joined_uuid from joined_tickets
            where site_id = ? and record_uuid = any(?) and joined_uuid = any(?)
            """;

    private static final String ADD = """
            insert into joined_tickets (site_id, record_uuid, joined_uuid, ticket_no)
            select ?, record_uuid, joined_uuid, ticket_no from unnest(?, ?, ?) as row (record_uuid, joined_uuid, ticket_no)
            """;

    private JoinedTickets() {}

    /** That one record stands for another. */
    record Joint(EntryId record, EntryId joined) {}

    /** A joint that is new, and the ticket that was given out for the record that was joined. */
    record Joined(Joint joint, TicketNo ticket) {}

    /** Which of these second records are known to be joined into which of these first ones; the caller's to add to. */
    static Set<Joint> among(
            SiteTransaction transaction, SiteId site, Collection<EntryId> records, Collection<EntryId> joined)
            throws SQLException {
        if (records.isEmpty() || joined.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(transaction.rows(
                FIND,
                row -> new Joint(
                        new EntryId(row.getObject("record_uuid", UUID.class)),
                        new EntryId(row.getObject("joined_uuid", UUID.class))),
                site.value(),
                ids(records),
                ids(joined)));
    }

    static void add(SiteTransaction transaction, SiteId site, List<Joined> joined) throws SQLException {
        transaction.change(
                ADD,
                site.value(),
                ids(joined.stream().map(one -> one.joint().record()).toList()),
                ids(joined.stream().map(one -> one.joint().joined()).toList()),
                joined.stream().map(one -> one.ticket().text()).toArray(String[]::new));
    }

    private static UUID[] ids(Collection<EntryId> ids) {
        return ids.stream().map(EntryId::value).toArray(UUID[]::new);
    }
}
