package gatebook.ledger.entries;

import java.util.HexFormat;

/**
 * What a caller promises to use for one creation only; counts within one desk, for good.
 *
 * @param text 1 to {@value #LENGTH_MAX} characters
 * @param bodySha256 of the bytes that came with it, in hexadecimal
 */
public record IdempotencyKey(String text, String bodySha256) {
    public static final int LENGTH_MAX = 200;

    public IdempotencyKey {
        if (text.isBlank() || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("an idempotency key has 1 to " + LENGTH_MAX + " characters");
        }
        if (HexFormat.of().parseHex(bodySha256).length != 32) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }
}
