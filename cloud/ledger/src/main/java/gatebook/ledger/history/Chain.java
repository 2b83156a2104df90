package gatebook.ledger.history;

import gatebook.ledger.site.SiteId;
import gatebook.wire.feed.HistoryId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of a site's history: each is SHA-256 over the one before and all columns of its row, every text preceded by
 * its length, so that no two rows have the same bytes. For one thread.
 */
public final class Chain {
    private static final String DOMAIN = "gatebook.history.1";
    private static final int ABSENT = -1;

    private final MessageDigest sha256;
    private final SiteId site;
    private byte[] last;

    /**
     * @param last the hash from which the chain goes on
     */
    public Chain(SiteId site, byte[] last) {
        this.sha256 = sha256();
        this.site = site;
        this.last = last.clone();
    }

    /** The hash before the first row. */
    public static byte[] beginning(SiteId site, HistoryId history) {
        MessageDigest digest = sha256();
        digest.update(bytes(out -> {
            text(out, DOMAIN);
            id(out, site.value());
            id(out, history.value());
        }));
        return digest.digest();
    }

    /** Adds a row and answers its hash. */
    public byte[] add(HistoryEntry row) {
        sha256.update(last);
        sha256.update(bytes(out -> {
            text(out, DOMAIN);
            id(out, site.value());
            out.writeLong(row.seq());
            id(out, row.record().value());
            out.writeLong(row.version());
            id(out, row.device().value());
            text(out, row.actor());
            id(out, row.opId().value());
            text(out, row.operation().name());
            time(out, row.madeAt());
            time(out, row.committedAt());
            text(out, row.data());
        }));
        last = sha256.digest();
        return last.clone();
    }

    public byte[] last() {
        return last.clone();
    }

    /** What is written into the hash of one thing. */
    @FunctionalInterface
    private interface Content {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.to(out);
        } catch (IOException e) {
            throw new IllegalStateException("memory refused to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void time(DataOutputStream out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
