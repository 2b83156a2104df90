package gatebook.ledger.feed;

import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.rules.entry.EntryId;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.LostState;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.Span;
import gatebook.wire.compare.SpanHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Tells a desk what its site's records come to, span by span and then one by one, so that it finds where its own differ.
 * The hashes are those of {@link gatebook.wire.compare.Fingerprint}. Thread-safe.
 */
public final class Comparing {
    /** Each span is one walk along the primary key. */
    private static final String HASHES = """
            select found.records, found.hash
            from unnest(?::uuid[], ?::uuid[]) with ordinality as span (low, high, at)
            cross join lateral (
              select count(*) as records,
                     encode(substring(sha256(coalesce(string_agg(
                       uuid_send(e.record_uuid) || int8send(e.version) || sha256(convert_to(e.data, 'UTF8')),
                       ''::bytea order by e.record_uuid), ''::bytea)) for 16), 'hex') as hash
              from entries e
              where e.site_id = ? and e.record_uuid >= span.low and e.record_uuid < span.high and not e.deleted
            ) as found
            order by span.at
            """;

    private static final String ROWS = """
            select record_uuid, version, encode(substring(sha256(convert_to(data, 'UTF8')) for 16), 'hex') as hash
            from entries
            where site_id = ? and record_uuid >= ? and record_uuid < ? and not deleted
            order by record_uuid limit ?
            """;

    private static final String RECORDS = "select " + Feed.COLUMNS + """
                   , array(select case when h.data is null then 'void'
                                     else encode(substring(sha256(convert_to(h.data, 'UTF8')) for 16), 'hex') end
                         from history h
                         where h.site_id = e.site_id and h.record_uuid = e.record_uuid and h.seq < e.seq
                         order by h.seq desc limit ?) as past,
                   array(select l.hash || ' ' || l.version from lost_states l
                         where l.site_id = e.site_id and l.record_uuid = e.record_uuid
                         order by l.version desc, l.hash limit ?) as lost
            from entries e
            where e.site_id = ? and e.record_uuid = any(?)
            order by e.record_uuid
            """;

    private final SiteDoor door;

    public Comparing(SiteDoor door) {
        this.door = door;
    }

    /** What spans come to now. */
    public CompareAnswer spans(SiteId site, List<Span> spans) {
        UUID[] low = spans.stream().map(span -> span.from().value()).toArray(UUID[]::new);
        UUID[] high = spans.stream().map(span -> span.to().value()).toArray(UUID[]::new);
        return door.inside(site, transaction -> {
            SiteBook book = SiteBook.read(transaction, site)
                    .orElseThrow(() -> new IllegalStateException("a desk of a site that does not exist"));
            List<SpanHash> hashes = transaction.rows(
                    HASHES,
                    row -> new SpanHash(row.getLong("records"), row.getString("hash")),
                    low,
                    high,
                    site.value());
            return new CompareAnswer(book.history(), Place.endOf(book).cursor(), hashes);
        });
    }

    /** The beginning of a span, row by row. */
    public Listing rows(SiteId site, Span span) {
        List<Listing.Row> rows = door.inside(
                site,
                transaction -> transaction.rows(
                        ROWS,
                        Comparing::row,
                        site.value(),
                        span.from().value(),
                        span.to().value(),
                        Listing.ROWS_MAX + 1));
        return rows.size() > Listing.ROWS_MAX
                ? new Listing(rows.subList(0, Listing.ROWS_MAX), true)
                : new Listing(rows, false);
    }

    /** How single records stand, tombstones too, and what they went through. */
    public RecordsAnswer.Stored records(SiteId site, List<EntryId> records) {
        UUID[] ids = records.stream().map(EntryId::value).toArray(UUID[]::new);
        return new RecordsAnswer.Stored(door.inside(
                site,
                transaction -> transaction.rows(
                        RECORDS, Comparing::held, RecordsAnswer.PAST_MAX, LostState.STATES_MAX, site.value(), ids)));
    }

    private static Listing.Row row(ResultSet row) throws SQLException {
        return new Listing.Row(
                new EntryId(row.getObject("record_uuid", UUID.class)), row.getLong("version"), row.getString("hash"));
    }

    private static RecordsAnswer.StoredHeld held(ResultSet row) throws SQLException {
        List<LostState> lost = texts(row, "lost").stream().map(Comparing::lost).toList();
        return new RecordsAnswer.StoredHeld(Feed.change(row), texts(row, "past"), lost);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static LostState lost(String hashAndVersion) {
        int gap = hashAndVersion.indexOf(' ');
        return new LostState(Long.parseLong(hashAndVersion.substring(gap + 1)), hashAndVersion.substring(0, gap));
    }
}
