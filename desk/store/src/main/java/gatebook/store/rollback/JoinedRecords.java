package gatebook.store.rollback;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import java.util.Optional;
import java.util.UUID;

/** The table {@code displaced_entries} where records were joined into others for good. */
final class JoinedRecords {
    private static final String FIND = """
            SELECT row_data, holder_uuid FROM displaced_entries WHERE uuid = ? AND reason = 'joined'""";

    private static final String REMOVE = "DELETE FROM displaced_entries WHERE uuid = ? AND reason = 'joined'";

    private JoinedRecords() {}

    /**
     * A record that another one stands for.
     *
     * @param image as it was last
     */
    record Joined(String image, EntryId holder) {}

    static Optional<Joined> find(Session session, EntryId id) {
        return session.first(
                FIND,
                row -> new Joined(row.getString(1), new EntryId(UUID.fromString(row.getString(2)))),
                id.toString());
    }

    static void remove(Session session, EntryId id) {
        session.update(REMOVE, id.toString());
    }
}
