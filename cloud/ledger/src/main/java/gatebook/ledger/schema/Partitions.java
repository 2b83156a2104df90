package gatebook.ledger.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** The months of the table of outcomes. */
final class Partitions {
    /** How far ahead months are made; a process that runs longer without a restart falls back on the default one. */
    private static final int MONTHS_AHEAD = 24;

    private static final String EXISTS = "select 1 from pg_class where oid = to_regclass(?)";
    private static final String TAKEN = """
            select exists (select 1 from outcomes_default where op_id >= ? and op_id < ?)
            """;

    private Partitions() {}

    /** Makes the months from the one before {@code now} that do not exist. */
    static void ensure(Connection connection, Instant now) throws SQLException {
        YearMonth first = YearMonth.from(now.atZone(ZoneOffset.UTC)).minusMonths(1);
        for (int ahead = 0; ahead <= MONTHS_AHEAD + 1; ahead++) {
            YearMonth month = first.plusMonths(ahead);
            String name = String.format(Locale.ROOT, "outcomes_%04d_%02d", month.getYear(), month.getMonthValue());
            if (!exists(connection, name) && !isTaken(connection, month)) {
                make(connection, name, month);
            }
        }
    }

    /** The smallest UUIDv7 of a month: its first 48 bits are milliseconds since 1970. */
    static UUID lowest(YearMonth month) {
        long millis = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new UUID(millis << 16, 0);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXISTS)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Whether the default partition holds ids of the month already; then they stay there, and so does the month. */
    private static boolean isTaken(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
            statement.setObject(1, lowest(month));
            statement.setObject(2, lowest(month.plusMonths(1)));
            try (ResultSet found = statement.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    private static void make(Connection connection, String name, YearMonth month) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.format(Locale.ROOT, """
                    create table %1$s partition of outcomes for values from ('%2$s') to ('%3$s');
                    alter table %1$s enable row level security;
                    alter table %1$s force row level security;
                    """, name, lowest(month), lowest(month.plusMonths(1))));
        }
    }
}
