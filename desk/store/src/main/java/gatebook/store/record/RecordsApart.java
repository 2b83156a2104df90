package gatebook.store.record;

import gatebook.store.metadata.DeskProfile;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records that are not what the newest row of the audit trail says of them. */
final class RecordsApart {
    private static final String NEWEST = """
            SELECT after FROM audit_log WHERE record_uuid = uuid ORDER BY audit_log.id DESC LIMIT 1""";

    /** Null where the trail does not know the record, empty where it was voided. */
    private static final String RECORDS = "SELECT " + EntryTable.COLUMNS + ", plate_key, ("
            + NEWEST.replace("after", "coalesce(after, '')") + ") FROM parking_entries";

    private static final String GONE = """
            SELECT record_uuid FROM (SELECT DISTINCT record_uuid FROM audit_log WHERE table_name = 'parking_entries')
            WHERE NOT EXISTS (SELECT 1 FROM parking_entries WHERE uuid = record_uuid)
                AND NOT EXISTS (SELECT 1 FROM displaced_entries WHERE uuid = record_uuid)
            LIMIT 1""";

    private static final String DISPLACED = "SELECT uuid FROM displaced_entries WHERE (" + NEWEST + """
            ) IS NOT CASE WHEN reason = 'waiting' AND deleted_at IS NULL THEN row_data END ORDER BY uuid LIMIT 1""";

    private final Currency currency;
    private @Nullable String first;

    private RecordsApart(Currency currency) {
        this.currency = currency;
    }

    /** One of them by its uuid, as the file has it; empty if all agree. */
    static Optional<String> first(Session session) {
        return session.first(GONE, row -> row.getString(1))
                .or(() -> session.first(DISPLACED, row -> row.getString(1)))
                .or(() -> DeskProfile.find(session).flatMap(desk -> {
                    RecordsApart apart = new RecordsApart(desk.currency());
                    session.each(RECORDS, apart::look);
                    return Optional.ofNullable(apart.first);
                }));
    }

    private void look(ResultSet row) throws SQLException {
        if (first == null && !agrees(row)) {
            first = row.getString(1);
        }
    }

    private boolean agrees(ResultSet row) throws SQLException {
        EntryRow record;
        try {
            record = EntryTable.read(row, currency);
        } catch (IllegalArgumentException
                | IllegalStateException
                | DateTimeException
                | NullPointerException notAnEntry) {
            return false; // no entry that this program wrote has such a value
        }
        String image = record.isVoided() ? "" : EntryJson.encode(record.entry());
        return image.equals(row.getString(30)) && record.entry().plate().key().equals(row.getString(29));
    }
}
