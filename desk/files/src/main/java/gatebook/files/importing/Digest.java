package gatebook.files.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a text as UTF-8, in hex. */
record Digest(String hex) {
    static Digest of(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The first 64 bits. */
    long high() {
        return HexFormat.fromHexDigitsToLong(hex, 0, 16);
    }

    /** The next 64 bits. */
    long low() {
        return HexFormat.fromHexDigitsToLong(hex, 16, 32);
    }
}
