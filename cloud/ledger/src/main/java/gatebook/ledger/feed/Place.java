package gatebook.ledger.feed;

import gatebook.ledger.site.SiteBook;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a cursor says: which history, how far, and the beginning of the history's hash there. The hash cannot be guessed
 * and differs in every other history, so that one comparison finds a restored cloud, a lost tail and a fork.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Place(HistoryId history, long seq, byte[] hash) {
    private static final byte FORM = 1;
    private static final int HASH_BYTES = 16;
    private static final int BYTES = 1 + 16 + 8 + HASH_BYTES;

    static Place at(HistoryId history, long seq, byte[] fullHash) {
        return new Place(history, seq, Arrays.copyOf(fullHash, HASH_BYTES));
    }

    /** Where the site's order ends. */
    public static Place endOf(SiteBook book) {
        return at(book.history(), book.lastSeq(), book.historyHash());
    }

    /** Empty for anything that {@link #cursor} never made. */
    public static Optional<Place> of(Cursor cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.token());
            if (bytes.length != BYTES || bytes[0] != FORM) {
                return Optional.empty();
            }
            ByteBuffer in = ByteBuffer.wrap(bytes, 1, BYTES - 1);
            HistoryId history = new HistoryId(new UUID(in.getLong(), in.getLong()));
            long seq = in.getLong();
            byte[] hash = new byte[HASH_BYTES];
            in.get(hash);
            return seq < 0 ? Optional.empty() : Optional.of(new Place(history, seq, hash));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The same in a form to hand out. */
    public Cursor cursor() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put(FORM)
                .putLong(history.value().getMostSignificantBits())
                .putLong(history.value().getLeastSignificantBits())
                .putLong(seq)
                .put(hash)
                .array();
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether nothing follows this place, in the very history that it was taken in. */
    public boolean isEndOf(SiteBook book) {
        return history.equals(book.history()) && seq == book.lastSeq() && hasHash(book.historyHash());
    }

    boolean hasHash(byte[] fullHash) {
        return Arrays.equals(hash, Arrays.copyOf(fullHash, HASH_BYTES));
    }
}
