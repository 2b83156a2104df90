package gatebook.store.query;

import gatebook.rules.entry.Status;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists entries newest first. A search goes one of two ways: where the index says that few rows can match, those are
 * fetched and sorted; where many can, the newest ones are walked until enough have matched. Either stays short at 300,000
 * entries.
 */
final class EntryList {
    /** From these many rows on it is shorter to walk. */
    private static final int FEW = 2_000;

    private static final String COUNT_FEW =
            "SELECT count(*) FROM (SELECT 1 FROM entry_search WHERE entry_search MATCH ? LIMIT " + (FEW + 1) + ")";

    private static final String AMONG_FOUND = """
            (e.id IN (SELECT rowid FROM entry_search WHERE entry_search MATCH ?)
             OR e.id > (SELECT up_to FROM search_progress)
             OR e.uuid IN (SELECT holder_uuid FROM displaced_entries WHERE reason = 'joined'))""";

    /** The plus keeps the planner from walking by time where fetching a few rows by number is shorter. */
    private static final String NEWEST_OF_FEW = " ORDER BY +e.entry_time DESC, e.id DESC LIMIT ?";

    private static final String NEWEST = " ORDER BY e.entry_time DESC, e.id DESC LIMIT ?";

    private final List<String> tests = new ArrayList<>(List.of("e.deleted_at IS NULL"));
    private final List<@Nullable Object> values = new ArrayList<>();
    private final EntryFilter filter;

    EntryList(EntryFilter filter) {
        this.filter = filter;
    }

    List<EntryRow> read(Session session, Currency currency) {
        String order = search(session);
        if (filter.status() != null) {
            // As text, not as a value: only so the index of the vehicles inside can be used.
            tests.add(filter.status() == Status.PARKED ? "e.status = 'Parked'" : "e.status = 'Exited'");
        }
        if (filter.payment() != null) {
            test("e.payment_status = ?", filter.payment().text());
        }
        if (filter.type() != null) {
            test("e.vehicle_type = ? COLLATE NOCASE", filter.type().name());
        }
        if (filter.from() != null) {
            test("e.entry_time >= ?", filter.from());
        }
        if (filter.to() != null) {
            test("e.entry_time < ?", filter.to());
        }
        values.add(filter.limit());
        String sql = "SELECT " + EntryTable.COLUMNS + " FROM parking_entries e WHERE " + String.join(" AND ", tests);
        return session.list(sql + order, row -> EntryTable.read(row, currency), values.toArray());
    }

    private String search(Session session) {
        if (filter.search() == null) {
            return NEWEST;
        }
        Search search = Search.of(filter.search());
        String query = search.indexQuery();
        boolean few = !query.isEmpty()
                && filter.status() != Status.PARKED
                && session.number(COUNT_FEW, query) + SearchIndex.behind(session) <= FEW;
        if (few) {
            test(AMONG_FOUND, query);
        }
        search.words().forEach(word -> tests.add(Search.TEST));
        values.addAll(search.patterns());
        return few ? NEWEST_OF_FEW : NEWEST;
    }

    private void test(String sql, Object value) {
        tests.add(sql);
        values.add(value);
    }
}
