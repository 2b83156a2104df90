package gatebook.store.file;

import gatebook.store.sqlite.Database;
import java.util.Arrays;
import java.util.Optional;

/** The oldest SQLite that may write a register: 3.7.0 to 3.51.2 can damage a log under two writers (sqlite.org/wal.html). */
final class SqliteVersion {
    private static final int[] LEAST = {3, 51, 3};

    private SqliteVersion() {}

    static Optional<Opening.Refused> objection(Database database) {
        String version = database.read(session -> session.first("SELECT sqlite_version()", row -> row.getString(1))
                .orElse("0"));
        return ofVersion(version);
    }

    static Optional<Opening.Refused> ofVersion(String version) {
        int[] numbers = Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return Arrays.compare(numbers, LEAST) < 0
                ? Optional.of(new Opening.Refused(
                        Opening.Reason.SQLITE_TOO_OLD, "SQLite " + version + " is in use; 3.51.3 or newer is needed"))
                : Optional.empty();
    }
}
