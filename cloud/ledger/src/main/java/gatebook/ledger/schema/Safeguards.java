package gatebook.ledger.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What a database must be before any work is entrusted to it, seen through the role of the requests. */
public final class Safeguards {
    private static final String SETTINGS = """
            select name, setting from pg_settings
            where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding', 'server_version_num')
            """;

    private static final String ROLE = """
            select r.rolsuper or r.rolbypassrls as unbound,
                   exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where n.nspname = current_schema() and c.relkind in ('r', 'p')
                             and pg_has_role(r.oid, c.relowner, 'member')) as owns
            from pg_roles r where r.rolname = current_user
            """;

    private static final int OLDEST = 150_000;

    private Safeguards() {}

    /**
     * Refuses a database that could lose acknowledged work or show one site another's rows.
     *
     * @throws IllegalStateException naming everything that is wrong and what to do
     */
    public static void demand(DataSource requests) {
        List<String> faults = new ArrayList<>();
        try (Connection connection = requests.getConnection()) {
            faults.addAll(faultsOf(settings(connection)));
            faults.addAll(roleFaults(connection));
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached: " + e.getMessage(), e);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("this database is not safe to work on: " + String.join("; ", faults));
        }
    }

    /** What is wrong with the server's settings, by name. */
    static List<String> faultsOf(Map<String, String> settings) {
        List<String> faults = new ArrayList<>();
        for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            if (settings.getOrDefault(name, "off").equals("off")) {
                faults.add(name + " is off, so a power cut loses work that was acknowledged; switch it on");
            }
        }
        if (!settings.getOrDefault("server_encoding", "").equals("UTF8")) {
            faults.add("the encoding is not UTF8; make the database anew with it");
        }
        if (Integer.parseInt(settings.getOrDefault("server_version_num", "0")) < OLDEST) {
            faults.add("PostgreSQL is older than 15; upgrade it");
        }
        return faults;
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SETTINGS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }

    private static List<String> roleFaults(Connection connection) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ROLE);
                ResultSet row = statement.executeQuery()) {
            if (!row.next() || row.getBoolean("unbound")) {
                faults.add("the role of the requests is a superuser or bypasses row-level security; take that away");
            } else if (row.getBoolean("owns")) {
                faults.add("the role of the requests owns the tables; let another role own them");
            }
        }
        return faults;
    }
}
