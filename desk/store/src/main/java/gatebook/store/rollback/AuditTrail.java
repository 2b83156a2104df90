package gatebook.store.rollback;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.merge.Image;
import gatebook.rules.undo.Maker;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Step;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code audit_log} as the history of runs and records. */
final class AuditTrail {
    /** Newest change first: who came last to a place leaves it first. */
    private static final String RECORDS_OF_RUN = """
            SELECT record_uuid FROM audit_log WHERE sync_run_id = ? GROUP BY record_uuid ORDER BY max(id) DESC""";

    private static final String HISTORY = """
            SELECT a.sync_run_id, r.undoes, a.before, a.after
            FROM audit_log a LEFT JOIN sync_runs r ON r.id = a.sync_run_id
            WHERE a.record_uuid = ? ORDER BY a.id""";

    private static final EntryId UNNAMED = new EntryId(new UUID(0, 0));

    private final Session session;
    private final EntryDefaults reading;

    AuditTrail(Session session, DeskProfile desk) {
        this.session = session;
        this.reading = new EntryDefaults(
                UNNAMED, EntryDefaults.IdRule.SUGGESTED, Instant.EPOCH, "System", desk.zone(), desk.currency());
    }

    /** The records that a run changed, the one changed last first. */
    static List<EntryId> recordsOf(Session session, RunId run) {
        return session.list(RECORDS_OF_RUN, row -> new EntryId(UUID.fromString(row.getString(1))), run.number());
    }

    /** All changes of a record, oldest first. */
    List<Step> history(EntryId record) {
        return session.list(HISTORY, this::step, record.toString());
    }

    private Step step(ResultSet row) throws SQLException {
        return new Step(maker(row), image(row.getString(3)), image(row.getString(4)));
    }

    private static Maker maker(ResultSet row) throws SQLException {
        long run = row.getLong(1);
        if (row.wasNull()) {
            return new Maker.Desk();
        }
        long undone = row.getLong(2);
        return row.wasNull() ? new Maker.Run(new RunId(run)) : new Maker.Undo(new RunId(run), new RunId(undone));
    }

    private Image image(@Nullable String json) {
        return json == null ? new Image.Voided() : new Image.Present(entry(json));
    }

    /** An image as this program wrote it. */
    Entry entry(String json) {
        return EntryJson.decode(json, reading).orDamaged("an image of the audit trail");
    }
}
