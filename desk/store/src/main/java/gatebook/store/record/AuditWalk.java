package gatebook.store.record;

import gatebook.store.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One walk along the chain of the audit trail, row by row from the first. */
final class AuditWalk {
    /** Values of another type can look alike once read, and so can an absent image and the word for it. */
    private static final String IN_FORM = """
            typeof(actor) = 'text' AND typeof(at) = 'text' AND typeof(cause) = 'text' AND typeof(device_id) = 'text'
            AND typeof(operation) = 'text' AND typeof(prev_hash) = 'text' AND typeof(record_uuid) = 'text'
            AND typeof(table_name) = 'text' AND typeof(hash) = 'text'
            AND typeof(after) IN ('text', 'null') AND after IS NOT 'null'
            AND typeof(before) IN ('text', 'null') AND before IS NOT 'null'
            AND typeof(reason) IN ('text', 'null') AND typeof(sync_run_id) IN ('integer', 'null')""";

    private static final String ROWS =
            "SELECT " + AuditSeal.COLUMNS + ", hash, " + IN_FORM + " AS in_form FROM audit_log ORDER BY id";

    private final AuditSeal seal = new AuditSeal();
    private long rows;
    private String previous = AuditLog.GENESIS;
    private AuditLog.Verification.@Nullable Broken firstBad;

    void along(Session session) {
        session.each(ROWS, this::step);
    }

    /** How many rows there are. */
    long rows() {
        return rows;
    }

    /** The first row that is not what was written; empty for a sound chain. */
    Optional<AuditLog.Verification> firstBad() {
        return Optional.ofNullable(firstBad);
    }

    private void step(ResultSet row) throws SQLException {
        if (firstBad == null) {
            long id = row.getLong(7);
            String hash = row.getString(14);
            AuditLog.Flaw flaw = flaw(row, id, hash);
            if (flaw != null) {
                firstBad = new AuditLog.Verification.Broken(id, flaw);
            }
            previous = hash;
            rows++;
        }
    }

    private AuditLog.@Nullable Flaw flaw(ResultSet row, long id, String hash) throws SQLException {
        if (id != rows + 1) {
            return AuditLog.Flaw.NUMBER;
        }
        if (row.getInt(15) != 1) {
            return AuditLog.Flaw.FORM;
        }
        if (!previous.equals(row.getString(9))) {
            return AuditLog.Flaw.LINK;
        }
        String sealed = seal.hash(at -> row.getBytes(at + 1));
        return sealed.equals(hash) ? null : AuditLog.Flaw.CONTENT;
    }
}
