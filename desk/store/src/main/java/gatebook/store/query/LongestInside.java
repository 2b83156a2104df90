package gatebook.store.query;

import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** Those inside that came in before a moment, who came first. */
final class LongestInside {
    static final String BEFORE = "SELECT " + EntryTable.COLUMNS + " FROM parking_entries WHERE id IN (SELECT id FROM "
            + EntryTable.INSIDE + " AND entry_time < ?1 ORDER BY entry_time LIMIT ?2) ORDER BY +entry_time, id";

    private LongestInside() {}

    static List<EntryRow> read(Session session, Currency currency, Instant before, int limit) {
        return session.list(BEFORE, row -> EntryTable.read(row, currency), before, limit);
    }
}
