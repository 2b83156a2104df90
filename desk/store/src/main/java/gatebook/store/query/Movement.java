package gatebook.store.query;

import gatebook.rules.entry.Entry;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * A vehicle that came through the gate; one visit is a movement in, and one out once it has ended.
 *
 * @param at when it came through, by the entry
 */
public record Movement(Way way, Instant at, EntryRow row) {
    static final String NEWEST = "SELECT " + EntryTable.COLUMNS + " FROM parking_entries WHERE id IN (" + """
                SELECT id FROM (
                    SELECT id FROM parking_entries INDEXED BY parking_entries_by_entry_time
                    WHERE deleted_at IS NULL ORDER BY entry_time DESC LIMIT ?1)
                UNION ALL
                SELECT id FROM (
                    SELECT id FROM parking_entries INDEXED BY parking_entries_by_exit_time
                    WHERE exit_time IS NOT NULL AND status = 'Exited' AND deleted_at IS NULL
                    ORDER BY exit_time DESC LIMIT ?1))""";

    /** Which way it went. */
    public enum Way {
        IN,
        OUT
    }

    static List<Movement> newest(Session session, Currency currency, int limit) {
        List<Movement> all = new ArrayList<>();
        session.each(NEWEST, result -> add(all, EntryTable.read(result, currency)), limit);
        return all.stream()
                .sorted(Comparator.comparing(Movement::at).reversed())
                .limit(limit)
                .toList();
    }

    private static void add(List<Movement> all, EntryRow row) {
        Entry entry = row.entry();
        Instant exit = entry.stay().exitTime();
        all.add(new Movement(Way.IN, entry.entryTime(), row));
        if (exit != null && !entry.isInside()) {
            all.add(new Movement(Way.OUT, exit, row));
        }
    }
}
