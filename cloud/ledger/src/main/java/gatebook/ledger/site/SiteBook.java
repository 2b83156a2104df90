package gatebook.ledger.site;

import gatebook.wire.feed.HistoryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a site's order of changes stands.
 *
 * @param lastSeq of the newest change; 0 before the first
 * @param lastRemoteId the highest given out
 * @param historyHash of the newest change
 * @param lastCommittedAt when the newest change was committed, by the cloud's clock; before the first the epoch
 */
@SuppressWarnings("ArrayRecordComponent")
public record SiteBook(
        long lastSeq, long lastRemoteId, HistoryId history, byte[] historyHash, Instant lastCommittedAt) {
    /** A clock that is further behind was set back, and is believed. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

    private static final String FOUND_DOOR = """
            insert into sites (site_id) values (?)
            """;

    private static final String FOUND = """
            insert into site_books (site_id, name, zone, currency, last_seq, last_remote_id, history_id, history_hash,
                                    founded_at, last_committed_at)
            values (?, ?, ?, ?, 0, 0, ?, ?, ?, ?)
            """;

    private static final String READ = """
            select last_seq, last_remote_id, history_id, history_hash, last_committed_at
            from site_books where site_id = ?
            """;

    private static final String LOCK = READ + " for update";

    private static final String ADVANCE = """
            update site_books set last_seq = ?, last_remote_id = ?, history_hash = ?, last_committed_at = ?
            where site_id = ?
            """;

    private static final String ABOUT = """
            select name, zone, currency from site_books where site_id = ?
            """;

    /** Founds a site, in a transaction that began outside. */
    public static void found(SiteTransaction transaction, Site site, SiteBook empty, Instant at) throws SQLException {
        UUID id = site.id().value();
        transaction.change(FOUND_DOOR, id);
        SiteDoor.enter(transaction, site.id());
        transaction.change(
                FOUND,
                id,
                site.name(),
                site.zone().getId(),
                site.currency().getCurrencyCode(),
                empty.history().value(),
                empty.historyHash(),
                at,
                empty.lastCommittedAt());
    }

    /** Empty if there is no such site. */
    public static Optional<SiteBook> read(SiteTransaction transaction, SiteId site) throws SQLException {
        return transaction.row(READ, SiteBook::of, site.value());
    }

    /** As {@link #read}, and nobody else changes the site until this transaction ends: the order of commits. */
    public static Optional<SiteBook> locked(SiteTransaction transaction, SiteId site) throws SQLException {
        return transaction.row(LOCK, SiteBook::of, site.value());
    }

    public static Optional<Site> about(SiteTransaction transaction, SiteId site) throws SQLException {
        return transaction.row(
                ABOUT,
                row -> new Site(
                        site,
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        Currency.getInstance(row.getString("currency"))),
                site.value());
    }

    /** When a transaction is committed now: no two of a site that follow each other have the same time. */
    public Instant nextCommit(Instant now) {
        boolean isSame = !now.isAfter(lastCommittedAt)
                && Duration.between(now, lastCommittedAt).compareTo(SAME_MOMENT) < 0;
        return isSame ? lastCommittedAt.plusMillis(1) : now;
    }

    /** Writes this state over the one that was locked. */
    public void advance(SiteTransaction transaction, SiteId site) throws SQLException {
        transaction.change(ADVANCE, lastSeq, lastRemoteId, historyHash, lastCommittedAt, site.value());
    }

    private static SiteBook of(ResultSet row) throws SQLException {
        return new SiteBook(
                row.getLong("last_seq"),
                row.getLong("last_remote_id"),
                new HistoryId(row.getObject("history_id", UUID.class)),
                row.getBytes("history_hash"),
                Objects.requireNonNull(SiteTransaction.instant(row, "last_committed_at")));
    }
}
