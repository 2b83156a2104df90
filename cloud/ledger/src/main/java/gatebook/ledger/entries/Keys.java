package gatebook.ledger.entries;

import gatebook.ledger.site.Desk;
import gatebook.ledger.site.SiteTransaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** One idempotency key of a desk within a transaction; what was answered the first time is in the history. */
final class Keys {
    private static final String BEFORE = """
            select k.body_hash, k.record_uuid, k.remote_id, h.version, h.data
            from idempotency_keys k join history h on h.site_id = k.site_id and h.seq = k.seq
            where k.site_id = ? and k.device_id = ? and k.key_hash = ?
            """;

    private static final String REMEMBER = """
            insert into idempotency_keys (site_id, device_id, key_hash, body_hash, record_uuid, remote_id, seq)
            select ?, ?, ?, ?, record_uuid, remote_id, seq from entries where site_id = ? and record_uuid = ?
            """;

    private final SiteTransaction transaction;
    private final Desk desk;
    private final byte[] keyHash;
    private final byte[] bodyHash;

    Keys(SiteTransaction transaction, Desk desk, IdempotencyKey key) {
        this.transaction = transaction;
        this.desk = desk;
        this.keyHash = sha256(key.text());
        this.bodyHash = HexFormat.of().parseHex(key.bodySha256());
    }

    /** The answer of the first time; empty if this is it. */
    Optional<Written.Creation> before() throws SQLException {
        return transaction.row(
                BEFORE, this::again, desk.site().value(), desk.device().value(), keyHash);
    }

    /** Keeps the answer, in the transaction in which the entry was made. */
    void remember(Written.Kept kept) throws SQLException {
        transaction.change(
                REMEMBER,
                desk.site().value(),
                desk.device().value(),
                keyHash,
                bodyHash,
                desk.site().value(),
                kept.entry().id().value());
    }

    private Written.Creation again(ResultSet row) throws SQLException {
        return Arrays.equals(row.getBytes("body_hash"), bodyHash)
                ? new Written.Kept(Register.stored(row), null)
                : new Written.KeyReused();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
