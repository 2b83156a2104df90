package gatebook.bench.floor;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The barest reading of an audit trail: every row from the first, its bytes hashed one after the other, nothing compared. */
public final class FloorTrail {
    private static final String ROWS = """
            SELECT actor, after, at, before, cause, device_id, id, operation, prev_hash, reason, record_uuid, sync_run_id,
                table_name, hash
            FROM audit_log ORDER BY id""";

    private FloorTrail() {}

    /** Reads and hashes all rows; how many there are. */
    public static long read(Path register) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + register);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ROWS)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            int columns = rows.getMetaData().getColumnCount();
            long count = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    byte[] value = rows.getBytes(column);
                    if (value != null) {
                        sha256.update(value);
                    }
                }
                sha256.digest();
                count++;
            }
            return count;
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the trail cannot be read", e);
        }
    }
}
