package gatebook.store.sqlite;

import gatebook.rules.refusal.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The local file could not be read or written; nothing of the transaction was kept. */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is the matter, in the terms in which it can be mended. */
    public enum Cause {
        DISK_FULL,
        READ_ONLY,
        /** Another process holds the file longer than the busy timeout. */
        BUSY,
        /** The file is no sound SQLite database. */
        DAMAGED,
        /** The disk refused to read, write or flush; the connection was given up. */
        DISK,
        /** A rule of the schema was broken; a bug of this program, unless the caller expected it. */
        CONSTRAINT,
        OTHER
    }

    private final Cause kind;

    StoreFault(Cause kind, SQLException cause) {
        super(kind + ": " + cause.getMessage(), cause);
        this.kind = kind;
    }

    public Cause kind() {
        return kind;
    }

    /** What a person is told of it; empty for a bug of this program. */
    public Optional<Refusal> refusal() {
        return switch (kind) {
            case DISK_FULL -> Optional.of(Refusal.DISK_FULL);
            case READ_ONLY -> Optional.of(Refusal.READ_ONLY);
            case BUSY -> Optional.of(Refusal.BUSY);
            case DAMAGED -> Optional.of(Refusal.DAMAGED);
            case DISK -> Optional.of(Refusal.DISK_FAILED);
            case CONSTRAINT, OTHER -> Optional.empty();
        };
    }

    static StoreFault of(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return new StoreFault(Cause.OTHER, e);
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        return new StoreFault(
                switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
                    case SQLITE_FULL -> Cause.DISK_FULL;
                    case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> Cause.READ_ONLY;
                    case SQLITE_BUSY, SQLITE_LOCKED -> Cause.BUSY;
                    case SQLITE_CORRUPT, SQLITE_NOTADB -> Cause.DAMAGED;
                    case SQLITE_IOERR -> Cause.DISK;
                    case SQLITE_CONSTRAINT -> Cause.CONSTRAINT;
                    default -> Cause.OTHER;
                },
                e);
    }
}
