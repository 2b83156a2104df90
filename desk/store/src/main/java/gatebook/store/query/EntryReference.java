package gatebook.store.query;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.TicketNo;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the entry that a person means. In this order: a uuid; a ticket number; the vehicle number of one that is inside;
 * the last characters of a plate of which one is inside; the last visit of a vehicle number that has left.
 */
final class EntryReference {
    private static final String NEWEST = "ORDER BY entry_time DESC, id DESC LIMIT ?2";
    /** A ticket may be that of a voided record as well. */
    static final String BY_TICKET = among("SELECT id FROM " + EntryTable.INSIDE + """
             AND ticket_no = ?1
            UNION ALL
            SELECT id FROM parking_entries WHERE ticket_no = ?1 AND (status = 'Exited' OR deleted_at IS NOT NULL)""");

    private static final String HOLDER_OF_TICKET = """
            SELECT holder_uuid FROM displaced_entries WHERE ticket_no = ? ORDER BY uuid""";

    /** Told by the cloud; asked where nothing here bears the ticket, since a record that does is what is meant. */
    private static final String LED_TO = """
            SELECT record_uuid FROM joined_tickets WHERE ticket_no = ? ORDER BY record_uuid""";

    private static final String HOLDER_OF_RECORD = """
            SELECT holder_uuid FROM displaced_entries WHERE uuid = ?""";

    static final String INSIDE_BY_PLATE = among("SELECT id FROM " + EntryTable.INSIDE + " AND plate_key = ?1");

    static final String INSIDE_BY_ENDING =
            among("SELECT id FROM " + EntryTable.INSIDE + " AND substr(plate_key, -length(?1)) = ?1 " + NEWEST);

    static final String LAST_VISIT = among("""
            SELECT id FROM parking_entries
            WHERE plate_key = ?1 AND status = 'Exited' AND deleted_at IS NULL
            """ + NEWEST);

    /** Joined records form short chains; this only ends one that damage has bent into a ring. */
    private static final int CHAIN_MAX = 20;

    private static final int SHOWN_MAX = 20;

    private final Session session;
    private final Currency currency;

    EntryReference(Session session, Currency currency) {
        this.session = session;
        this.currency = currency;
    }

    /** The rows with these numbers, newest first. */
    private static String among(String numbers) {
        return "SELECT " + EntryTable.COLUMNS + " FROM parking_entries WHERE id IN (" + numbers + ") " + NEWEST;
    }

    Found find(String typed) {
        String text = typed.strip();
        Optional<EntryId> id = EntryId.parse(text);
        if (id.isPresent()) {
            return follow(id.get()).<Found>map(Found.One::new).orElseGet(Found.None::new);
        }
        List<EntryRow> tickets = byTicket(text.toUpperCase(Locale.ROOT));
        if (tickets.isEmpty()) {
            tickets = byTicket(text); // one brought along from another program may be in small letters
        }
        String key = Plate.keyOf(text);
        if (!tickets.isEmpty() || key.isEmpty()) {
            return found(tickets);
        }
        return byPlate(key);
    }

    /** The record under this id, or the one that it was joined into. */
    private Optional<EntryRow> follow(EntryId id) {
        EntryId at = id;
        for (int step = 0; step < CHAIN_MAX; step++) {
            Optional<EntryRow> row = EntryTable.find(session, at, currency);
            if (row.isPresent()) {
                return row;
            }
            Optional<EntryId> holder = session.first(
                    HOLDER_OF_RECORD, result -> new EntryId(UUID.fromString(result.getString(1))), at.toString());
            if (holder.isEmpty()) {
                return Optional.empty();
            }
            at = holder.get();
        }
        return Optional.empty();
    }

    private Found byPlate(String key) {
        List<EntryRow> inside = rows(INSIDE_BY_PLATE, key, SHOWN_MAX);
        if (inside.isEmpty()) {
            inside = rows(INSIDE_BY_ENDING, key, SHOWN_MAX);
        }
        return found(inside.isEmpty() ? rows(LAST_VISIT, key, 1) : inside);
    }

    private List<EntryRow> byTicket(String text) {
        if (text.isEmpty() || text.length() > TicketNo.LENGTH_MAX) {
            return List.of();
        }
        List<EntryRow> rows = new ArrayList<>(rows(BY_TICKET, text, SHOWN_MAX));
        List<String> holders = ids(HOLDER_OF_TICKET, text);
        for (String holder : rows.isEmpty() && holders.isEmpty() ? ids(LED_TO, text) : holders) {
            follow(new EntryId(UUID.fromString(holder)))
                    .filter(row -> rows.stream()
                            .noneMatch(known ->
                                    known.entry().id().equals(row.entry().id())))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private List<String> ids(String sql, String ticket) {
        return session.list(sql, result -> result.getString(1), ticket);
    }

    private List<EntryRow> rows(String sql, String value, int limit) {
        return session.list(sql, row -> EntryTable.read(row, currency), value, limit);
    }

    private static Found found(List<EntryRow> rows) {
        return switch (rows.size()) {
            case 0 -> new Found.None();
            case 1 -> new Found.One(rows.getFirst());
            default -> new Found.Several(rows);
        };
    }
}
