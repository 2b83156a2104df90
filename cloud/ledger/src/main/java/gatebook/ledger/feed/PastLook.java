package gatebook.ledger.feed;

import gatebook.ledger.history.History;
import gatebook.ledger.history.Walked;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteTransaction;
import gatebook.ledger.trail.TrailHeads;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A look at the past for a desk that kept some of it: do its cursors still hold, and do the hashes fit what they seal. */
public final class PastLook {
    /** So many changes are walked for one question; some milliseconds' worth. */
    static final int WALK_ROWS = 2_000;

    private static final String LAST_NUMBER = """
            select device_seq from devices where site_id = ? and device_id = ?
            """;

    private final SiteDoor door;

    public PastLook(SiteDoor door) {
        this.door = door;
    }

    /** Answers a desk. */
    public PastAnswer answer(Desk desk, PastQuestion question) {
        return door.inside(desk.site(), transaction -> {
            SiteBook book = SiteBook.read(transaction, desk.site())
                    .orElseThrow(() -> new IllegalStateException("a desk of a site that does not exist"));
            List<Cursor> standing = new ArrayList<>();
            List<Cursor> lost = new ArrayList<>();
            List<Cursor> rewritten = new ArrayList<>();
            for (Cursor cursor : question.confirm()) {
                Optional<HistoryFault> fault = Place.fault(cursor, transaction, desk.site(), book);
                if (fault.isEmpty()) {
                    standing.add(cursor);
                } else {
                    (fault.get().kind() == HistoryFault.Kind.REWRITTEN ? rewritten : lost).add(cursor);
                }
            }
            long from = question.walked() >= book.lastSeq() ? 0 : question.walked();
            Walked walked = History.walk(transaction, desk.site(), book, from, WALK_ROWS);
            @Nullable
            Long brokenAt = switch (walked) {
                case Walked.Broken(long seq) -> seq;
                case Walked.UpTo _ -> null;
            };
            long upTo = switch (walked) {
                // what is missing as a whole is found once, and not row by row
                case Walked.Broken(long seq) -> History.standingFrom(transaction, desk.site(), Math.max(seq, from + 1));
                case Walked.UpTo(long seq) -> seq;
            };
            return new PastAnswer(
                    standing,
                    lost,
                    rewritten,
                    upTo < book.lastSeq() ? upTo : 0,
                    brokenAt,
                    TrailHeads.newest(transaction, desk),
                    lastNumber(transaction, desk));
        });
    }

    /** The number of the desk's last request: another machine under its identity may have sent it. */
    private static @Nullable Long lastNumber(SiteTransaction transaction, Desk desk) throws SQLException {
        return transaction
                .row(
                        LAST_NUMBER,
                        row -> row.getLong(1),
                        desk.site().value(),
                        desk.device().value())
                .filter(number -> number >= 0)
                .orElse(null);
    }
}
