package gatebook.store.record;

import gatebook.store.sqlite.Session;
import gatebook.wire.audit.TrailHead;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the audit trail and its hash, which stand for everything up to it. Kept elsewhere, it shows a past that was
 * rewritten with all its hashes, or an end that was cut off, which no chain can show of itself.
 *
 * @param row 0 before the first
 * @param hash in lower-case hex
 */
public record AuditHead(long row, String hash) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private static final int GENESIS_LENGTH = AuditLog.GENESIS.length();

    private static final String LAST = "SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1";

    private static final String AT = "SELECT hash FROM audit_log WHERE id = ?";

    public AuditHead {
        if (row < 0 || hash.length() != GENESIS_LENGTH) {
            throw new IllegalArgumentException("no row and hash: " + row + ":" + hash);
        }
    }

    /** The row of this number as the trail has it now; empty if it ends before it. */
    public static Optional<AuditHead> at(Session session, long row) {
        return session.first(AT, found -> found.getString(1), row)
                .filter(hash -> hash.length() == GENESIS_LENGTH)
                .map(hash -> new AuditHead(row, hash));
    }

    /** Where the trail ends now. */
    public static AuditHead of(Session session) {
        return session.first(LAST, row -> new AuditHead(row.getLong(1), row.getString(2)))
                .orElse(new AuditHead(0, AuditLog.GENESIS));
    }

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<AuditHead> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new AuditHead(Long.parseLong(written.group(1)), written.group(2)))
                : Optional.empty();
    }

    /** Whether the trail still has this very hash at this row; what it says is for {@link AuditLog#verify} to find out. */
    public boolean stands(Session session) {
        return hash.equals(
                row == 0
                        ? AuditLog.GENESIS
                        : session.first(AT, found -> found.getString(1), row).orElse(""));
    }

    /** The same as the cloud is told of it; empty for the beginning, and where no hash stands that was ever written. */
    public Optional<TrailHead> told() {
        return TrailHead.of(row, hash);
    }

    @Override
    public String toString() {
        return row + ":" + hash;
    }
}
