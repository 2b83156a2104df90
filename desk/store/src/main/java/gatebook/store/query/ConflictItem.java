package gatebook.store.query;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.ConflictType;
import gatebook.store.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sync_conflicts} as people see it.
 *
 * @param strategy how it was, or is to be, settled; null where nobody said
 * @param other the other record; null where both sides are versions of one
 * @param fields the overlapping fields, a JSON list of names
 * @param about what the sides are
 * @param decision null while it is open
 */
public record ConflictItem(
        long id,
        EntryId record,
        ConflictType type,
        @Nullable String strategy,
        Sides sides,
        @Nullable EntryId other,
        String fields,
        About about,
        Instant createdAt,
        @Nullable Decision decision) {
    private static final String SELECT = """
            SELECT id, record_uuid, conflict_type, resolution_strategy, base_data, local_data, remote_data,
                remote_version, other_uuid, fields, created_at, resolved_at, resolved_by,
                CASE
                    WHEN other_uuid IS NOT NULL AND (
                        EXISTS (SELECT 1 FROM displaced_entries WHERE uuid = record_uuid AND reason = 'joined')
                        OR EXISTS (SELECT 1 FROM parking_entries e WHERE e.uuid = record_uuid AND e.remote_version = 0))
                        THEN 'ONE_VISIT'
                    WHEN other_uuid IS NOT NULL THEN 'INSIDE_TWICE'
                    WHEN base_data = remote_data OR base_data IS NULL AND remote_data = 'null' AND remote_version = 0
                        THEN 'REFUSED'
                    WHEN local_data = 'null' THEN 'VOIDED_HERE'
                    WHEN remote_data = 'null' THEN 'VOIDED_THERE'
                    ELSE 'TWO_VERSIONS'
                END
            FROM sync_conflicts""";

    private static final String OPEN = SELECT + " WHERE resolved_at IS NULL ORDER BY id LIMIT ?";

    private static final String ALL = SELECT + " ORDER BY id DESC LIMIT ?";

    /** What the two sides of a conflict are, and so what can be decided of it. */
    public enum About {
        /** Two versions of one record. */
        TWO_VERSIONS,
        /** This desk voided what the cloud holds changed. */
        VOIDED_HERE,
        /** The cloud holds voided what this desk changed. */
        VOIDED_THERE,
        /** The cloud is where it was, and refuses for good what this desk made of it. */
        REFUSED,
        /** Two records of one vehicle, both inside. */
        INSIDE_TWICE,
        /** One visit that was written as two records. */
        ONE_VISIT
    }

    /** What conflicts that can be decided together have in common: kind, sides and the very fields. */
    public record Shape(ConflictType type, About about, String fields) {}

    public Shape shape() {
        return new Shape(type, about, fields);
    }

    /** The names of the fields in dispute; of a refused operation also such as no entry has. */
    public List<String> names() {
        return Arrays.stream(fields.replaceAll("[\\[\\]\"]", "").split(",", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The fields in dispute, as they are listed. */
    public List<Field> disputed() {
        return names().stream().flatMap(name -> Field.named(name).stream()).toList();
    }

    /** The three images as JSON, the text {@code null} where a side voided the record; no base where none is known. */
    public record Sides(@Nullable String base, String local, String remote, long remoteVersion) {}

    /** Who settled it, and when. */
    public record Decision(Instant at, @Nullable String by) {}

    /** Which ones to list. */
    public enum Which {
        OPEN,
        ALL
    }

    static List<ConflictItem> read(Session session, Which which, int limit) {
        return session.list(which == Which.OPEN ? OPEN : ALL, ConflictItem::read, limit);
    }

    private static ConflictItem read(ResultSet row) throws SQLException {
        String other = row.getString(9);
        Instant decidedAt = Session.instant(row.getString(12));
        return new ConflictItem(
                row.getLong(1),
                new EntryId(UUID.fromString(row.getString(2))),
                ConflictType.valueOf(row.getString(3)),
                row.getString(4),
                new Sides(row.getString(5), row.getString(6), row.getString(7), row.getLong(8)),
                other == null ? null : new EntryId(UUID.fromString(other)),
                row.getString(10),
                About.valueOf(row.getString(14)),
                Instant.parse(row.getString(11)),
                decidedAt == null ? null : new Decision(decidedAt, row.getString(13)));
    }
}
