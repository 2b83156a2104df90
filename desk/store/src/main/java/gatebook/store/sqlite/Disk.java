package gatebook.store.sqlite;

import java.sql.Connection;

/**
 * What stands between this program and SQLite: nothing in the product, a disk that fails or a machine that dies in proofs.
 * Given when the register is opened.
 */
@FunctionalInterface
public interface Disk {
    /** SQLite itself. */
    Disk PLAIN = connection -> connection;

    /** The connection to use in the place of one that was just made. */
    Connection behind(Connection made);
}
