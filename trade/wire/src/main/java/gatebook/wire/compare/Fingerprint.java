package gatebook.wire.compare;

import gatebook.rules.entry.EntryId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Short forms of images and of spans of records: the first 16 bytes of a SHA-256, in hex. Of an image it is taken over its
 * canonical text; of a span over, for each live record in the order of ids, the id's 16 bytes, the version as 8 bytes, and
 * the whole SHA-256 of the image. Not thread-safe.
 */
public final class Fingerprint {
    /** Stands for a tombstone, which has no image. */
    public static final String VOID = "void";

    private static final int BYTES = 16;
    private static final int HEAD_BYTES = 24;

    private final MessageDigest span = sha256();
    private final MessageDigest one = sha256();
    private long records;

    /** Of an image; {@link #VOID} where there is none. */
    public static String of(@Nullable String image) {
        return image == null ? VOID : hex(sha256().digest(image.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes in the next live record of a span. */
    public void add(EntryId id, long version, String image) {
        records++;
        span.update(ByteBuffer.allocate(HEAD_BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .putLong(version)
                .flip());
        span.update(one.digest(image.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the records taken in come to; the next span begins. */
    public SpanHash end() {
        SpanHash hash = new SpanHash(records, hex(span.digest()));
        records = 0;
        return hash;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
