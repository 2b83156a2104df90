package gatebook.ledger.feed;

import gatebook.ledger.history.History;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SitePolicy;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.merge.Policy;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a site's records in the order of their changes, or all of them by id. Thread-safe. */
public final class Feed {
    /** Records read at once for a snapshot. */
    private static final int CHUNK_ROWS = 1_000;

    private static final EntryId BEFORE_ALL = new EntryId(new UUID(0, 0));

    /** What makes a change, of {@code entries e}. */
    static final String COLUMNS = """
            e.seq, e.record_uuid, e.version, e.deleted, e.changed_at, e.changed_by, e.actor, e.data,
            (select array_agg(j.ticket_no order by j.joined_uuid) from joined_tickets j
             where j.site_id = e.site_id and j.record_uuid = e.record_uuid) as joined
            """;

    private static final String AFTER_SEQ = "select " + COLUMNS + """
            from entries e
            where site_id = ? and seq > ? order by seq limit ?
            """;

    private static final String AFTER_ID = "select " + COLUMNS + """
            from entries e
            where site_id = ? and record_uuid > ? order by record_uuid limit ?
            """;

    private final SiteDoor door;

    public Feed(SiteDoor door) {
        this.door = door;
    }

    /** Where the site's order ends now. */
    public Cursor end(SiteId site) {
        return door.inside(
                site, transaction -> Place.endOf(book(transaction, site)).cursor());
    }

    /** The site's changes from the beginning. */
    public Changes changes(SiteId site, int limitRows) {
        return door.inside(site, transaction -> {
            SiteBook book = book(transaction, site);
            return page(transaction, site, book, Place.beginning(site, book), limitRows);
        });
    }

    /** The site's changes after a cursor; two small reads when there are none. */
    public Changes changes(SiteId site, Cursor after, int limitRows) {
        return changes(site, after, after, limitRows);
    }

    /** As the other, for one who has seen the order end at {@code seen}: if that is gone the history has changed. */
    public Changes changes(SiteId site, Cursor after, Cursor seen, int limitRows) {
        Optional<Place> place = Place.of(after);
        if (place.isEmpty()) {
            return new Changes.HistoryChanged(Place.UNKNOWN);
        }
        return door.inside(site, transaction -> {
            SiteBook book = book(transaction, site);
            Optional<HistoryFault> fault = place.get().fault(transaction, site, book);
            if (fault.isEmpty() && !seen.equals(after)) {
                fault = Place.fault(seen, transaction, site, book);
            }
            return fault.isPresent()
                    ? new Changes.HistoryChanged(fault.get())
                    : page(transaction, site, book, place.get(), limitRows);
        });
    }

    /** Hands over every record in the order of ids. */
    public Snapshot snapshot(SiteId site, Consumer<Change.Stored> sink) {
        return send(site, end(site), BEFORE_ALL, sink);
    }

    /** Hands over the records that follow {@code after}, if the cursor still holds. */
    public Snapshot snapshot(SiteId site, Cursor cursor, EntryId after, Consumer<Change.Stored> sink) {
        Optional<Place> place = Place.of(cursor);
        if (place.isEmpty()) {
            return new Snapshot.HistoryChanged(Place.UNKNOWN);
        }
        Optional<HistoryFault> fault =
                door.inside(site, transaction -> place.get().fault(transaction, site, book(transaction, site)));
        return fault.isPresent() ? new Snapshot.HistoryChanged(fault.get()) : send(site, cursor, after, sink);
    }

    private Snapshot send(SiteId site, Cursor cursor, EntryId after, Consumer<Change.Stored> sink) {
        EntryId last = after;
        while (true) {
            EntryId from = last;
            List<Change.Stored> chunk = door.inside(
                    site,
                    transaction -> transaction.rows(AFTER_ID, Feed::change, site.value(), from.value(), CHUNK_ROWS));
            chunk.forEach(sink);
            if (chunk.size() < CHUNK_ROWS) {
                return new Snapshot.Sent(cursor);
            }
            last = chunk.getLast().record();
        }
    }

    /** Reads only what was committed when the statement began, which is a beginning of the order without gaps. */
    private static Changes page(SiteTransaction transaction, SiteId site, SiteBook book, Place from, int limitRows)
            throws SQLException {
        Policy policy = SitePolicy.read(transaction, site).orElseThrow();
        if (from.seq() == book.lastSeq()) {
            return new Changes.Page(
                    new ChangesPage.Stored(book.history(), List.of(), from.cursor(), false).with(policy));
        }
        int limit = Math.clamp(limitRows, 1, ChangesPage.CHANGES_MAX);
        List<Change.Stored> changes = transaction.rows(AFTER_SEQ, Feed::change, site.value(), from.seq(), limit);
        if (changes.isEmpty()) {
            throw new IllegalStateException("site " + site + " has no record after " + from.seq()
                    + " although its order ends at " + book.lastSeq());
        }
        long last = changes.getLast().seq();
        Cursor cursor = History.at(transaction, site, last)
                .map(there -> Place.at(book.history(), last, there))
                .orElseThrow(() -> new IllegalStateException("no history of site " + site + " at " + last))
                .cursor();
        return new Changes.Page(
                new ChangesPage.Stored(book.history(), changes, cursor, last < book.lastSeq()).with(policy));
    }

    private static SiteBook book(SiteTransaction transaction, SiteId site) throws SQLException {
        return SiteBook.read(transaction, site)
                .orElseThrow(() -> new IllegalStateException("a desk of a site that does not exist"));
    }

    /** The tickets that lead to the record; null in the row for almost every one. */
    private static List<TicketNo> joined(ResultSet row) throws SQLException {
        Array tickets = row.getArray("joined");
        return tickets == null
                ? List.of()
                : Stream.of((String[]) tickets.getArray())
                        .limit(Change.Stored.JOINED_MAX)
                        .map(TicketNo::new)
                        .toList();
    }

    static Change.Stored change(ResultSet row) throws SQLException {
        return new Change.Stored(
                row.getLong("seq"),
                new EntryId(row.getObject("record_uuid", UUID.class)),
                row.getLong("version"),
                row.getBoolean("deleted") ? Change.Life.VOIDED : Change.Life.LIVE,
                Objects.requireNonNull(SiteTransaction.instant(row, "changed_at")),
                row.getString("changed_by"),
                row.getString("actor"),
                joined(row),
                row.getString("data"));
    }
}
