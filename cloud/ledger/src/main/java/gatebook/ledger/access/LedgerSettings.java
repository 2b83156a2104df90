package gatebook.ledger.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the ledger's database is.
 *
 * @param jdbcUrl without user and password
 * @param owner owns the tables and brings them up to date; used at the start only
 * @param app what all requests run as: neither owner nor superuser, so that row-level security holds for it
 * @param connectionsMax size of the pool of this process
 */
public record LedgerSettings(String jdbcUrl, Login owner, Login app, int connectionsMax) {
    /** The pool of a process that says nothing else. */
    public static final int CONNECTIONS_DEFAULT = 10;

    /** The role for requests where only an owner is given. */
    public static final String APP_USER = "gatebook_app";

    public LedgerSettings {
        if (owner.user().equals(app.user())) {
            throw new IllegalArgumentException("requests must not run as the owner of the tables");
        }
        if (connectionsMax < 1) {
            throw new IllegalArgumentException("a pool has at least one connection");
        }
    }

    /**
     * Settings where only an owner is known. The password of {@value #APP_USER} is made from the owner's, so that every
     * process on one database comes to the same one; the role is created at the start if it is missing.
     */
    public static LedgerSettings ofOwner(String jdbcUrl, Login owner) {
        // Where the server lets the owner in without a password, it does so with the role for requests too.
        String app = owner.password().isEmpty() ? "" : derived(owner.password());
        return new LedgerSettings(jdbcUrl, owner, new Login(APP_USER, app), CONNECTIONS_DEFAULT);
    }

    private static String derived(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(APP_USER.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
