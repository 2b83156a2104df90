package gatebook.store.query;

import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;

/**
 * The index of runs of three characters. It follows behind the register, since keeping it up costs more than writing an
 * entry does; what is not in it yet is found all the same, only by looking at each row. Thread-safe.
 */
public final class SearchIndex {
    private static final String UP_TO = "SELECT up_to FROM search_progress";

    private static final String BEHIND = """
            SELECT coalesce((SELECT max(id) FROM parking_entries), 0) - up_to FROM search_progress""";

    private static final String LAST_OF_NEXT = """
            SELECT max(id) FROM (SELECT id FROM parking_entries WHERE id > ? ORDER BY id LIMIT ?)""";

    private static final String ADD = """
            INSERT INTO entry_search (rowid, plate_key, ticket_no, transport_name, driver_name, notes)
            SELECT id, plate_key, ticket_no, transport_name, driver_name, notes
            FROM parking_entries WHERE id > ? AND id <= ?""";

    private static final String ADVANCE = "UPDATE search_progress SET up_to = ?";

    private final Database database;

    public SearchIndex(Database database) {
        this.database = database;
    }

    /** How many rows it is behind, at most: numbers that no row has count too. */
    public static long behind(Session session) {
        return session.number(BEHIND);
    }

    /**
     * Takes in the next rows, in one transaction of the engine's turn.
     *
     * @return how many; 0 once it has caught up
     */
    public int follow(int rowsMax) {
        if (database.read(SearchIndex::behind) <= 0) {
            return 0;
        }
        return database.write(Turn.ENGINE, session -> {
            long from = session.number(UP_TO);
            long to = session.number(LAST_OF_NEXT, from, rowsMax);
            if (to == 0) {
                return 0;
            }
            int added = session.update(ADD, from, to);
            session.update(ADVANCE, to);
            return added;
        });
    }
}
