package gatebook.ledger.entries;

import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.wire.feed.ChangesPage;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists live entries page by page. Thread-safe. */
public final class Search {
    private static final String LIVE = """
            select record_uuid, version, remote_id, data, entry_time from entries
            where site_id = ? and not deleted
            """;
    private static final String STATUS = " and status = ?";
    private static final String ANY_STATUS = " and status in ('Parked', 'Exited')";
    private static final String PLATE = " and plate_key = ?";
    private static final String PAYMENT = " and payment_status = ?";
    private static final String TRANSPORT = " and lower(transport_name) = lower(?)";
    private static final String TYPE = " and lower(vehicle_type) = lower(?)";
    private static final String FROM = " and entry_time >= ?";
    private static final String TO = " and entry_time < ?";
    private static final String BEYOND = " and entry_time <= ? and (entry_time < ? or record_uuid < ?)";
    private static final String ORDER = " order by entry_time desc, record_uuid desc limit ?";

    private static final int TOKEN_BYTES = 24;

    private final SiteDoor door;

    public Search(SiteDoor door) {
        this.door = door;
    }

    /** The last entry of a page. */
    private record Last(Instant entryTime, EntryId id) {}

    /** An entry that was found, with the time by which it stands in the list. */
    private record Found(StoredEntry entry, Instant entryTime) {}

    /** The first page. */
    public EntriesFound find(SiteId site, EntryFilter filter, int limitRows) {
        return page(site, query(site, filter), limitRows);
    }

    /** The page that follows the one which gave the token. */
    public EntriesFound find(SiteId site, EntryFilter filter, PageToken token, int limitRows) {
        Optional<Last> last = read(token);
        if (last.isEmpty()) {
            return new EntriesFound.TokenRefused();
        }
        Query query = query(site, filter);
        query.and(BEYOND, last.get().entryTime());
        query.values.add(last.get().entryTime());
        query.values.add(last.get().id().value());
        return page(site, query, limitRows);
    }

    private EntriesFound page(SiteId site, Query query, int limitRows) {
        int limit = Math.clamp(limitRows, 1, ChangesPage.CHANGES_MAX);
        query.and(ORDER, limit + 1);
        List<Found> found = door.inside(
                site,
                transaction -> transaction.rows(
                        query.sql.toString(),
                        row -> new Found(
                                Register.stored(row),
                                Objects.requireNonNull(SiteTransaction.instant(row, "entry_time"))),
                        query.values.toArray()));
        List<StoredEntry> entries =
                found.stream().limit(limit).map(Found::entry).toList();
        return new EntriesFound.Page(entries, found.size() <= limit ? null : token(found.get(limit - 1)));
    }

    private static Query query(SiteId site, EntryFilter filter) {
        Query query = new Query(site);
        if (filter.status() != null) {
            query.and(STATUS, filter.status().text());
        } else if (filter.plate() != null) {
            query.sql.append(ANY_STATUS); // lets the index by plate serve, where the status stands first
        }
        query.and(PLATE, filter.plate() == null ? null : filter.plate().key());
        query.and(
                PAYMENT,
                filter.paymentStatus() == null ? null : filter.paymentStatus().text());
        query.and(TRANSPORT, filter.transportName());
        query.and(
                TYPE, filter.vehicleType() == null ? null : filter.vehicleType().name());
        query.and(FROM, filter.from());
        query.and(TO, filter.to());
        return query;
    }

    private static PageToken token(Found last) {
        byte[] bytes = ByteBuffer.allocate(TOKEN_BYTES)
                .putLong(last.entryTime().toEpochMilli())
                .putLong(last.entry().id().value().getMostSignificantBits())
                .putLong(last.entry().id().value().getLeastSignificantBits())
                .array();
        return new PageToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static Optional<Last> read(PageToken token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.text()));
            if (bytes.remaining() != TOKEN_BYTES) {
                return Optional.empty();
            }
            Instant time = Instant.ofEpochMilli(bytes.getLong());
            boolean plausible = !time.isBefore(EntryRules.TIME_MIN) && time.isBefore(EntryRules.TIME_END);
            return plausible
                    ? Optional.of(new Last(time, new EntryId(new UUID(bytes.getLong(), bytes.getLong()))))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** A statement with its values, being put together. */
    private static final class Query {
        final StringBuilder sql = new StringBuilder(LIVE);
        final List<@Nullable Object> values = new ArrayList<>();

        Query(SiteId site) {
            values.add(site.value());
        }

        /** Adds a condition, unless there is no value for it. */
        void and(String condition, @Nullable Object value) {
            if (value != null) {
                sql.append(condition);
                values.add(value instanceof String text ? text.replace('\0', '\ufffd') : value);
            }
        }
    }
}
