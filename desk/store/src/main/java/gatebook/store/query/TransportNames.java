package gatebook.store.query;

import gatebook.store.sqlite.Session;
import java.util.List;

/** The transport names of the last visits, those first that came most often. A bounded look back, whatever the register's length. */
final class TransportNames {
    /** How many visits are looked back on: some weeks at a usual yard. */
    private static final int VISITS = 5_000;

    static final String OFTEN = """
            SELECT transport_name, count(*) FROM (
                SELECT transport_name FROM parking_entries INDEXED BY parking_entries_by_entry_time
                WHERE deleted_at IS NULL ORDER BY entry_time DESC LIMIT ?1)
            GROUP BY transport_name COLLATE NOCASE ORDER BY count(*) DESC, transport_name LIMIT ?2""";

    private TransportNames() {}

    static List<String> read(Session session, int limit) {
        return session.list(OFTEN, row -> row.getString(1), VISITS, limit);
    }
}
