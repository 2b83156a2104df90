package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Strategy;
import gatebook.store.record.EntryRow;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.json.JsonOut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code sync_conflicts}: what a person has to decide, and what was decided by rule with the loser kept. */
public final class ConflictTable {
    private static final String ADD = """
            INSERT INTO sync_conflicts (
                table_name, record_uuid, local_data, remote_data, conflict_type, resolution_strategy, resolved_at,
                resolved_by, created_at, base_data, remote_version, other_uuid, fields, sync_run_id)
            VALUES ('parking_entries', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OPEN_OF_RECORD = """
            SELECT count(*) FROM sync_conflicts
            WHERE record_uuid = ? AND resolved_at IS NULL AND other_uuid IS ?""";

    private static final String OPEN_BASE = """
            SELECT base_data FROM sync_conflicts
            WHERE record_uuid = ? AND resolved_at IS NULL AND other_uuid IS NULL AND base_data IS NOT NULL""";

    private static final String RENEW = """
            UPDATE sync_conflicts SET
                local_data = ?, remote_data = ?, conflict_type = ?, remote_version = ?, fields = ?
            WHERE record_uuid = ? AND resolved_at IS NULL AND other_uuid IS ?""";

    private static final String END = """
            UPDATE sync_conflicts SET resolved_at = ?, resolved_by = ?, resolution_strategy = ?
            WHERE record_uuid = ? AND resolved_at IS NULL AND other_uuid IS NULL""";

    private static final String LOCAL_CHANGED = """
            UPDATE sync_conflicts SET local_data = ?
            WHERE record_uuid = ? AND resolved_at IS NULL AND other_uuid IS NULL""";

    /** Who settles a conflict when the rules do. */
    static final String BY_RULE = "System";

    private ConflictTable() {}

    /**
     * Two sides of a record, or two records.
     *
     * @param local null in JSON terms where this side voided it
     * @param other the other record; null where both sides are versions of one
     */
    record Sides(
            EntryId record,
            @Nullable String base,
            @Nullable String local,
            @Nullable String remote,
            long remoteVersion,
            @Nullable EntryId other) {}

    /** Keeps what a rule decided, with the values that lost. */
    static void settled(Session session, Sides sides, ConflictType type, Strategy strategy, Mark mark) {
        add(session, sides, type, strategy, mark, mark.at());
    }

    /** Asks a person; an item that is open already is brought up to date instead of standing twice. */
    static void ask(Session session, Sides sides, ConflictType type, Mark mark) {
        String other = sides.other() == null ? null : sides.other().toString();
        if (session.number(OPEN_OF_RECORD, sides.record().toString(), other) == 0) {
            add(session, sides, type, Strategy.MANUAL_REVIEW, mark, null);
            return;
        }
        session.update(
                RENEW,
                json(sides.local()),
                json(sides.remote()),
                type.name(),
                sides.remoteVersion(),
                names(mark.fields()),
                sides.record().toString(),
                other);
    }

    /** What was written here while an item was open belongs to this side of it: a person decides on what stands. */
    public static void localChanged(Session session, EntryRow row) {
        String local = row.isVoided() ? null : EntryJson.encode(row.entry());
        session.update(LOCAL_CHANGED, json(local), row.entry().id().toString());
    }

    /** Ends the open item of a record whose sides have come to agree. */
    static void end(Session session, EntryId record, Strategy strategy, Instant at) {
        session.update(END, at, BY_RULE, strategy.name(), record.toString());
    }

    /** Ends the open item of a record for a person who gave this side up. */
    public static void givenUp(Session session, EntryId record, String actor, Instant at) {
        session.update(END, at, actor, Strategy.REMOTE_WINS.name(), record.toString());
    }

    /** The image on which both sides of an open item last agreed; empty when that is not known. */
    static Optional<String> openBase(Session session, EntryId record) {
        return session.first(OPEN_BASE, row -> row.getString(1), record.toString());
    }

    /** When, in which run and about which fields. */
    record Mark(Instant at, @Nullable Long runId, List<Field> fields) {}

    private static void add(
            Session session,
            Sides sides,
            ConflictType type,
            Strategy strategy,
            Mark mark,
            @Nullable Instant resolvedAt) {
        session.update(
                ADD,
                sides.record().toString(),
                json(sides.local()),
                json(sides.remote()),
                type.name(),
                strategy.name(),
                resolvedAt,
                resolvedAt == null ? null : BY_RULE,
                mark.at(),
                sides.base(),
                sides.remoteVersion(),
                sides.other() == null ? null : sides.other().toString(),
                names(mark.fields()),
                mark.runId());
    }

    private static String json(@Nullable String image) {
        return image == null ? "null" : image;
    }

    private static String names(List<Field> fields) {
        return JsonOut.text(out -> out.array(() -> fields.forEach(field -> out.element(field.text()))));
    }
}
