package gatebook.api;

import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.access.Login;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes a JDBC URL apart: the ledger wants user and password beside it, never inside. */
final class DatabaseUrl {
    private static final String PREFIX = "jdbc:postgresql:";

    private DatabaseUrl() {}

    /**
     * @param environment holds {@code PGUSER} and {@code PGPASSWORD} where the URL does not name them
     * @throws IllegalArgumentException saying what is missing
     */
    static LedgerSettings settings(String url, Map<String, String> environment) {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "a database URL looks like " + PREFIX + "//host:5432/name?user=…&password=…");
        }
        String user = environment.getOrDefault("PGUSER", "");
        String password = environment.getOrDefault("PGPASSWORD", "");
        List<String> others = new ArrayList<>();
        int mark = url.indexOf('?');
        for (String pair : mark < 0 ? new String[0] : url.substring(mark + 1).split("&", -1)) {
            if (pair.startsWith("user=")) {
                user = decoded(pair);
            } else if (pair.startsWith("password=")) {
                password = decoded(pair);
            } else if (!pair.isEmpty()) {
                others.add(pair);
            }
        }
        if (user.isEmpty()) {
            throw new IllegalArgumentException("name the database's owner: user=… in the URL, or PGUSER");
        }
        String bare = mark < 0 ? url : url.substring(0, mark);
        return LedgerSettings.ofOwner(
                others.isEmpty() ? bare : bare + "?" + String.join("&", others), new Login(user, password));
    }

    private static String decoded(String pair) {
        return URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
    }
}
