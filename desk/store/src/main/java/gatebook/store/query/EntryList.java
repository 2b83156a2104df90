package gatebook.store.query;

import gatebook.rules.entry.Status;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Lists entries newest first, in one of two ways: where an index says that few rows can match, or which ones do, those are
 * fetched and sorted; where many can, the newest ones are walked until enough have matched. Either stays short at 300,000
 * entries.
 */
final class EntryList {
    /** From these many rows on it is shorter to walk. */
    private static final int FEW = 2_000;

    private static final String COUNT_FEW =
            "SELECT count(*) FROM (SELECT 1 FROM entry_search WHERE entry_search MATCH ? LIMIT " + (FEW + 1) + ")";

    private static final String COUNT_FEW_INSIDE =
            "SELECT count(*) FROM (SELECT 1 FROM " + EntryTable.INSIDE + " LIMIT " + (FEW + 1) + ")";

    private static final String AMONG_FOUND = """
            (e.id IN (SELECT rowid FROM entry_search WHERE entry_search MATCH ?)
             OR e.id > (SELECT up_to FROM search_progress)
             OR e.uuid IN (SELECT holder_uuid FROM displaced_entries WHERE reason = 'joined')
             OR e.uuid IN (SELECT record_uuid FROM joined_tickets))""";

    private static final String AMONG_INSIDE = "e.id IN (SELECT id FROM " + EntryTable.INSIDE + ")";

    private static final String LEFT = "parking_entries WHERE status = 'Exited' AND deleted_at IS NULL";

    private static final String NEWEST = " ORDER BY entry_time DESC, id DESC LIMIT ?";

    /** The plus keeps the planner from walking by time where fetching rows by number is shorter. */
    private static final String NEWEST_OF_FEW = " ORDER BY +entry_time DESC, id DESC LIMIT ?";

    private final EntryFilter filter;

    EntryList(EntryFilter filter) {
        this.filter = filter;
    }

    List<EntryRow> read(Session session, Currency currency) {
        Query query = query(session);
        return session.list(
                query.sql(),
                row -> EntryTable.read(row, currency),
                query.values().toArray());
    }

    record Query(String sql, List<Object> values) {}

    Query query(Session session) {
        String typed = filter.typed();
        Condition few = typed == null ? ofAKind() : search(session, Search.of(typed));
        Condition wanted = new Condition().and(few).and("deleted_at IS NULL").and(kind());
        if (filter.status() != null) {
            wanted.and("status = ?", filter.status().text());
        }
        if (filter.search() != null) {
            wanted.and(Search.of(filter.search()).tests());
        }
        if (filter.transport() != null) {
            wanted.and(Search.of(filter.transport()).testsOfTransport());
        }
        List<Object> values = new ArrayList<>(wanted.values());
        values.add(filter.limit());
        String rows = "SELECT " + EntryTable.COLUMNS + " FROM parking_entries e WHERE " + wanted.text();
        return new Query(rows + (few.isEmpty() ? NEWEST : NEWEST_OF_FEW), values);
    }

    /** What an index of the vehicles inside, and one of those that left, can tell. */
    private Condition kind() {
        Condition kind = new Condition();
        if (filter.payment() != null) {
            kind.and("payment_status = ?", filter.payment().text());
        }
        if (filter.type() != null) {
            kind.and("vehicle_type = ? COLLATE NOCASE", filter.type().name());
        }
        if (filter.from() != null) {
            kind.and("entry_time >= ?", filter.from());
        }
        if (filter.to() != null) {
            kind.and("entry_time < ?", filter.to());
        }
        return kind;
    }

    /** The newest of those inside and of those that left, where the indexes know them; else nothing. */
    private Condition ofAKind() {
        boolean ofAnyKind = filter.payment() == null && filter.type() == null;
        if (ofAnyKind && filter.status() != Status.PARKED) {
            return new Condition();
        }
        List<String> from = filter.status() == null
                ? List.of(EntryTable.INSIDE, LEFT)
                : List.of(filter.status() == Status.PARKED ? EntryTable.INSIDE : LEFT);
        Condition kind = kind();
        String tests = kind.isEmpty() ? "" : " AND " + kind.text();
        List<String> newest = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (String rows : from) {
            newest.add("SELECT id FROM (SELECT id FROM " + rows + tests + NEWEST + ")");
            values.addAll(kind.values());
            values.add(filter.limit());
        }
        return new Condition().and("e.id IN (" + String.join(" UNION ALL ", newest) + ")", values.toArray());
    }

    /** The rows among which a search may find its own; nothing where they are too many to be fetched. */
    private Condition search(Session session, Search search) {
        if (filter.status() == Status.PARKED && session.number(COUNT_FEW_INSIDE) <= FEW) {
            return new Condition().and(AMONG_INSIDE);
        }
        String query = search.indexQuery();
        return !query.isEmpty() && session.number(COUNT_FEW, query) + SearchIndex.behind(session) <= FEW
                ? new Condition().and(AMONG_FOUND, query)
                : new Condition();
    }
}
