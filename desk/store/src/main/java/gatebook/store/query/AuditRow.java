package gatebook.store.query;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a record, as {@code audit_log} keeps it.
 *
 * @param syncRunId the run that brought it; null when none did
 * @param reason what the person gave as the reason; null where none was asked
 */
public record AuditRow(
        long id,
        Instant at,
        By by,
        @Nullable Long syncRunId,
        String operation,
        Change change,
        @Nullable String reason,
        Seal seal) {
    private static final String OF_RECORD = """
            SELECT id, at, actor, device_id, cause, sync_run_id, operation, before, after, reason,
                   prev_hash, hash
            FROM audit_log WHERE record_uuid = ? ORDER BY id""";

    /** Who made a change, at which device, and on what occasion. */
    public record By(String actor, String deviceId, String cause) {}

    /** What it made of what: images as JSON; null where there was, or is, none. */
    public record Change(@Nullable String before, @Nullable String after) {}

    /** What ties a row to the one before it and to its own content, in lower-case hex (docs/store.md). */
    public record Seal(String prevHash, String hash) {}

    static List<AuditRow> of(Session session, EntryId record) {
        return session.list(
                OF_RECORD,
                row -> {
                    long run = row.getLong(6);
                    boolean noRun = row.wasNull();
                    return new AuditRow(
                            row.getLong(1),
                            Instant.parse(row.getString(2)),
                            new By(row.getString(3), row.getString(4), row.getString(5)),
                            noRun ? null : run,
                            row.getString(7),
                            new Change(row.getString(8), row.getString(9)),
                            row.getString(10),
                            new Seal(row.getString(11), row.getString(12)));
                },
                record.toString());
    }
}
