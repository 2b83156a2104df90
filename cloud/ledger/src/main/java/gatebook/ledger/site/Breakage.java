package gatebook.ledger.site;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What an error of the database asks for, told by its SQLSTATE alone. */
enum Breakage {
    /** The work was broken off and can be done again at once: deadlock, serialization, a lost connection. */
    BROKEN_OFF,
    /** The database cannot serve: full, out of connections, going down, or a lock was not given in time. */
    BUSY,
    /** A bug or damage. */
    FAULT;

    static Breakage of(SQLException error) {
        if (error instanceof SQLTransientConnectionException && error.getSQLState() == null) {
            return BUSY; // the pool gave none in time
        }
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        return switch (state) {
            case "40001", "40P01", "08006", "08003", "57P01" -> BROKEN_OFF;
            case "55P03", "57014", "57P02", "57P03", "25P03", "25006" -> BUSY;
            default -> state.startsWith("08") || state.startsWith("53") || state.startsWith("58") ? BUSY : FAULT;
        };
    }
}
