package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Strategy;
import gatebook.store.sqlite.Session;
import gatebook.wire.json.JsonIn;
import gatebook.wire.push.OpId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sync_conflicts} where a person decides it.
 *
 * @param fields what the sides disagree on; empty if that is not known
 * @param strategy how it was settled; null while it is open
 */
record ConflictRow(
        long id,
        ConflictType type,
        ConflictTable.Sides sides,
        List<Field> fields,
        @Nullable Strategy strategy) {
    private static final String SELECT = """
            SELECT id, conflict_type, record_uuid, base_data, nullif(local_data, 'null'), nullif(remote_data, 'null'),
                remote_version, other_uuid, fields, CASE WHEN resolved_at IS NULL THEN NULL ELSE resolution_strategy END
            FROM sync_conflicts""";

    private static final String FIND = SELECT + " WHERE id = ?";

    /** A decision is on its way as long as the operation that carries it, or one that took it over, has not ended. */
    private static final String DECIDED_AND_UNSENT = SELECT + """
             AS c WHERE record_uuid = ? AND other_uuid IS NULL AND c.op_id IS NOT NULL AND EXISTS (
                WITH RECURSIVE carrier (superseded_by, status) AS (
                    SELECT superseded_by, status FROM sync_queue WHERE op_id = c.op_id
                    UNION
                    SELECT q.superseded_by, q.status FROM carrier JOIN sync_queue q ON q.op_id = carrier.superseded_by)
                SELECT 1 FROM carrier WHERE status IN ('pending', 'processing', 'failed'))
            ORDER BY id DESC LIMIT 1""";

    private static final String DECIDE = """
            UPDATE sync_conflicts SET
                resolved_at = ?, resolved_by = ?, resolution_strategy = ?, op_id = ?, local_data = coalesce(?, local_data)
            WHERE id = ?""";

    ConflictRow {
        fields = List.copyOf(fields);
    }

    static Optional<ConflictRow> find(Session session, long id) {
        return session.first(FIND, ConflictRow::read, id);
    }

    /** The newest decision of a person on a record that the cloud has not taken in yet. */
    static Optional<ConflictRow> decidedAndUnsent(Session session, EntryId record) {
        return session.first(DECIDED_AND_UNSENT, ConflictRow::read, record.toString());
    }

    boolean isOpen() {
        return strategy == null;
    }

    /**
     * Closes the item; what both sides held stays in it.
     *
     * @param carrier the operation that carries the decision; null if nothing had to be sent
     * @param local this side as it stood when it was decided on; null if it is as the item has it
     */
    void close(Session session, Strategy how, Closing closing, @Nullable OpId carrier, @Nullable String local) {
        session.update(
                DECIDE,
                closing.at(),
                closing.actor(),
                how.name(),
                carrier == null ? null : carrier.toString(),
                local,
                id);
    }

    /** Who closed it, and when. */
    record Closing(String actor, Instant at) {}

    private static ConflictRow read(ResultSet row) throws SQLException {
        String other = row.getString(8);
        String strategy = row.getString(10);
        return new ConflictRow(
                row.getLong(1),
                ConflictType.valueOf(row.getString(2)),
                new ConflictTable.Sides(
                        new EntryId(UUID.fromString(row.getString(3))),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7),
                        other == null ? null : new EntryId(UUID.fromString(other))),
                names(row.getString(9)),
                strategy == null ? null : Strategy.valueOf(strategy));
    }

    private static List<Field> names(String json) {
        return JsonIn.<List<Field>>read(json, JsonIn.Unknown.IGNORED, in -> {
                    List<Field> fields = new ArrayList<>();
                    in.array("fields", place -> {
                        String name = in.text(place);
                        if (name != null) {
                            Field.named(name).ifPresent(fields::add);
                        }
                    });
                    return fields;
                })
                .orDamaged("the fields of a conflict");
    }
}
