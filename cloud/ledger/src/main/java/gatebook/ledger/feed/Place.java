package gatebook.ledger.feed;

import gatebook.ledger.history.Chain;
import gatebook.ledger.history.History;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor says: which history, how far, the beginning of the history's hash there, and when that change was committed.
 * The hash cannot be guessed and differs in every other history, so that one comparison finds a restored cloud, a lost tail
 * and a fork. Each of a site's transactions has a time of its own, so that the time tells these, in which it is gone, from a
 * past that was rewritten in its place, in which it is still there.
 *
 * @param committedAt null in a cursor from before it was told
 */
@SuppressWarnings("ArrayRecordComponent")
public record Place(
        HistoryId history, long seq, byte[] hash, @Nullable Instant committedAt) {
    private static final byte FIRST_FORM = 1;
    private static final byte FORM = 2;
    private static final int HASH_BYTES = 16;
    private static final int FIRST_BYTES = 1 + 16 + 8 + HASH_BYTES;
    private static final int BYTES = FIRST_BYTES + 8;

    /** Later than any time that a database can tell. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** So far from its place a transaction is looked for, in case that changes were added before it or taken out. */
    private static final int MOVED_MAX = 1_000;

    /** What is said of a cursor that {@link #cursor} never made. */
    static final HistoryFault UNKNOWN = HistoryFault.lost("this cursor was not given out by this cloud");

    static Place at(HistoryId history, long seq, History.Link link) {
        return new Place(
                history, seq, Arrays.copyOf(link.hash(), HASH_BYTES), isTimed(seq, link) ? link.committedAt() : null);
    }

    /** Where the site's order ends. */
    public static Place endOf(SiteBook book) {
        return at(book.history(), book.lastSeq(), end(book));
    }

    private static History.Link end(SiteBook book) {
        return new History.Link(book.historyHash(), book.lastCommittedAt());
    }

    /** Empty for anything that {@link #cursor} never made. */
    public static Optional<Place> of(Cursor cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.token());
            boolean timed = bytes.length == BYTES && bytes[0] == FORM;
            if (!timed && (bytes.length != FIRST_BYTES || bytes[0] != FIRST_FORM)) {
                return Optional.empty();
            }
            ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
            HistoryId history = new HistoryId(new UUID(in.getLong(), in.getLong()));
            long seq = in.getLong();
            byte[] hash = new byte[HASH_BYTES];
            in.get(hash);
            Instant committedAt = timed ? Instant.ofEpochMilli(in.getLong()) : null;
            boolean possible =
                    committedAt == null || !committedAt.isBefore(Instant.EPOCH) && committedAt.isBefore(NEVER);
            return seq < 0 || !possible ? Optional.empty() : Optional.of(new Place(history, seq, hash, committedAt));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The same in a form to hand out. */
    public Cursor cursor() {
        ByteBuffer bytes = ByteBuffer.allocate(committedAt == null ? FIRST_BYTES : BYTES)
                .put(committedAt == null ? FIRST_FORM : FORM)
                .putLong(history.value().getMostSignificantBits())
                .putLong(history.value().getLeastSignificantBits())
                .putLong(seq)
                .put(hash);
        if (committedAt != null) {
            bytes.putLong(committedAt.toEpochMilli());
        }
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    /** Whether nothing follows this place, in the very history that it was taken in. */
    public boolean isEndOf(SiteBook book) {
        return history.equals(book.history()) && seq == book.lastSeq() && hasHash(book.historyHash());
    }

    /** Before a site's first change. */
    static Place beginning(SiteId site, SiteBook book) {
        return at(book.history(), 0, beginningOf(site, book));
    }

    private static History.Link beginningOf(SiteId site, SiteBook book) {
        return new History.Link(Chain.beginning(site, book.history()), Instant.EPOCH);
    }

    /** Why a cursor does not lie in a site's history; empty if it does. */
    public static Optional<HistoryFault> fault(Cursor cursor, SiteTransaction transaction, SiteId site, SiteBook book)
            throws SQLException {
        Optional<Place> place = of(cursor);
        return place.isPresent() ? place.get().fault(transaction, site, book) : Optional.of(UNKNOWN);
    }

    /** Why this place does not lie in a site's history; empty if it does. */
    Optional<HistoryFault> fault(SiteTransaction transaction, SiteId site, SiteBook book) throws SQLException {
        if (!history.equals(book.history())) {
            return Optional.of(
                    HistoryFault.lost("this cursor belongs to another history; the cloud now has " + book.history()));
        }
        if (seq > book.lastSeq() && History.beyondTheEnd(transaction, site).isPresent()) {
            return Optional.of(new HistoryFault(
                    HistoryFault.Kind.REWRITTEN,
                    "the cloud's order ends at " + book.lastSeq()
                            + " now, and what this cursor saw after it is still here"));
        }
        if (seq > book.lastSeq()) {
            return Optional.of(HistoryFault.lost("this cursor is at " + seq + ", the cloud only at " + book.lastSeq()
                    + ": it was restored from an older backup"));
        }
        Optional<History.Link> there;
        if (seq == book.lastSeq()) {
            there = Optional.of(end(book));
        } else if (seq == 0) {
            there = Optional.of(beginningOf(site, book));
        } else {
            there = History.at(transaction, site, seq);
        }
        return there.isPresent() && isOf(there.get())
                ? Optional.empty()
                : Optional.of(new HistoryFault(
                        there.isPresent() ? kind(transaction, site) : HistoryFault.Kind.REWRITTEN,
                        "the cloud's history up to " + seq + " is not the one that this cursor saw"));
    }

    /** A cloud that was put back and went on no longer holds the transaction; one that was rewritten does. */
    private HistoryFault.Kind kind(SiteTransaction transaction, SiteId site) throws SQLException {
        return committedAt != null && History.hasCommit(transaction, site, committedAt, seq, MOVED_MAX)
                ? HistoryFault.Kind.REWRITTEN
                : HistoryFault.Kind.LOST;
    }

    /** By the hash, and by the time, which only a cursor that was altered tells otherwise. */
    private boolean isOf(History.Link there) {
        Instant told = committedAt;
        return hasHash(there.hash()) && (told == null || !isTimed(seq, there) || told.equals(there.committedAt()));
    }

    /** A book from before the time was noted does not know that of its newest change. */
    private static boolean isTimed(long seq, History.Link link) {
        return seq == 0 || !link.committedAt().equals(Instant.EPOCH);
    }

    private boolean hasHash(byte[] fullHash) {
        return Arrays.equals(hash, Arrays.copyOf(fullHash, HASH_BYTES));
    }
}
