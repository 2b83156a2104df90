package gatebook.store.query;

import gatebook.rules.entry.Status;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Lists entries newest first, in one of two ways: where an index says that few rows can match, those are fetched and sorted;
 * where many can, the newest ones are walked until enough have matched, and of a kind that an index knows only the newest of
 * that kind. Either stays short at 300,000 entries.
 */
final class EntryList {
    /** From these many rows on it is shorter to walk: a row fetched costs as much as six that are walked past. */
    private static final int FEW = 4_000;

    /** The same where only a kind is walked, whose rows lie further apart, and most of those fetched are of another kind. */
    private static final int FEW_OF_A_KIND = 8_000;

    private static final String COUNT_FOUND =
            "SELECT count(*) FROM (SELECT 1 FROM entry_search WHERE entry_search MATCH ? LIMIT ?)";

    private static final String COUNT_INSIDE =
            "SELECT count(*) FROM (SELECT 1 FROM " + EntryTable.INSIDE + " LIMIT " + (FEW + 1) + ")";

    private static final String AMONG_FOUND = """
            (e.id IN (SELECT rowid FROM entry_search WHERE entry_search MATCH ?)
             OR e.id > (SELECT up_to FROM search_progress)
             OR e.uuid IN (SELECT holder_uuid FROM displaced_entries WHERE reason = 'joined')
             OR e.uuid IN (SELECT record_uuid FROM joined_tickets))""";

    private static final String AMONG_INSIDE = "e.id IN (SELECT id FROM " + EntryTable.INSIDE + ")";

    private static final String LEFT = "parking_entries e WHERE status = 'Exited' AND deleted_at IS NULL";

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
        Condition few = typed == null ? newestOfAKind() : search(session, Search.of(typed));
        Condition wanted = new Condition().and(few).and("deleted_at IS NULL").and(kind());
        if (filter.status() != null) {
            wanted.and("status = ?", filter.status().text());
        }
        wanted.and(typed());
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

    /** What was typed; the costliest test, and therefore the last. */
    private Condition typed() {
        Condition typed = new Condition();
        if (filter.search() != null) {
            typed.and(Search.of(filter.search()).tests());
        }
        if (filter.transport() != null) {
            typed.and(Search.of(filter.transport()).testsOfTransport());
        }
        return typed;
    }

    /** Whether an index of their own leads to the newest of those sought. */
    private boolean isOfAKind() {
        return filter.payment() != null || filter.type() != null || filter.status() == Status.PARKED;
    }

    /** The newest of those inside and of those that left, where the indexes know them; else nothing. */
    private Condition newestOfAKind() {
        if (!isOfAKind()) {
            return new Condition();
        }
        Ids ids = new Ids();
        if (filter.status() != Status.EXITED) {
            ids.newest(EntryTable.INSIDE, kind());
        }
        if (filter.status() != Status.PARKED) {
            ids.newest(LEFT, kind());
        }
        return ids.among();
    }

    /** All of the kind that are inside, who are few, and the newest of those that left and pass the tests of a search. */
    private Condition foundOfAKind() {
        Ids ids = new Ids();
        if (filter.status() != Status.EXITED) {
            ids.all(EntryTable.INSIDE, kind());
        }
        ids.newest(LEFT, kind().and(typed()));
        return ids.among();
    }

    /** Rows from one place and another. */
    private final class Ids {
        private final List<String> selects = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        private void all(String rows, Condition tests) {
            selects.add("SELECT id FROM " + rows + (tests.isEmpty() ? "" : " AND " + tests.text()));
            values.addAll(tests.values());
        }

        private void newest(String rows, Condition tests) {
            all(rows, tests);
            selects.add("SELECT id FROM (" + selects.removeLast() + NEWEST + ")");
            values.add(filter.limit());
        }

        private Condition among() {
            return new Condition().and("e.id IN (" + String.join(" UNION ALL ", selects) + ")", values.toArray());
        }
    }

    /** The rows among which a search may find its own; nothing where they are too many to be fetched or known. */
    private Condition search(Session session, Search search) {
        boolean fewInside = session.number(COUNT_INSIDE) <= FEW;
        if (filter.status() == Status.PARKED) {
            return fewInside ? new Condition().and(AMONG_INSIDE) : new Condition();
        }
        String query = search.indexQuery();
        int few = isOfAKind() ? FEW_OF_A_KIND : FEW;
        if (!query.isEmpty() && session.number(COUNT_FOUND, query, few + 1) + SearchIndex.behind(session) <= few) {
            return new Condition().and(AMONG_FOUND, query);
        }
        return fewInside && isOfAKind() ? foundOfAKind() : new Condition();
    }
}
