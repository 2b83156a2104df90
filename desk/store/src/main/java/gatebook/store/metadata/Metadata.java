package gatebook.store.metadata;

import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.util.Optional;

/** The table {@code sync_metadata}: one text per key. */
public final class Metadata {
    private Metadata() {}

    public static Optional<String> get(Session session, MetadataKey key) {
        return session.first("SELECT value FROM sync_metadata WHERE key = ?", row -> row.getString(1), key.text());
    }

    public static void put(Session session, MetadataKey key, String value, Instant now) {
        session.update("""
                INSERT INTO sync_metadata (key, value, updated_at) VALUES (?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at""", key.text(), value, now);
    }

    public static void remove(Session session, MetadataKey key) {
        session.update("DELETE FROM sync_metadata WHERE key = ?", key.text());
    }
}
