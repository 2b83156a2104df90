package gatebook.ledger.history;

import gatebook.ledger.site.Site;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A site's records and outcomes beside its history: whoever alters what the desks are given leaves the chain of hashes as it
 * is, so each record is held against its newest change, and each outcome against the change that it is of. Thread-safe.
 */
public final class RecordsApart {
    /** Rows looked at by one statement. */
    private static final int CHUNK_ROWS = 2_000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * A change that only moves a record in the order repeats its version; who made the version is told by the first of
     * them. A tombstone keeps the image that was there before.
     */
    private static final String RECORDS = """
            select e.record_uuid, e.vehicle_number, e.plate_key, e.status, e.vehicle_type, e.payment_status,
                   e.transport_name, e.entry_time, e.exit_time, e.fee_minor, image.data,
                   e.remote_id <= b.last_remote_id
                   and (e.version, e.seq, e.deleted, e.data, e.changed_at, e.changed_by, e.actor, e.remote_id)
                     is not distinct from (newest.version, newest.seq, newest.data is null, image.data,
                                           made.committed_at, made.device_id, made.actor, outcome.remote_id) as agrees
            from site_books b
            join entries e on e.site_id = b.site_id
            left join lateral (select h.version, h.seq, h.data from history h
                               where h.site_id = e.site_id and h.record_uuid = e.record_uuid
                               order by h.seq desc limit 1) newest on true
            left join lateral (select h.seq, h.committed_at, h.device_id, h.actor, h.op_id from history h
                               where h.site_id = e.site_id and h.record_uuid = e.record_uuid and h.version = e.version
                               order by h.seq limit 1) made on true
            left join lateral (select h.data from history h
                               where h.site_id = e.site_id and h.record_uuid = e.record_uuid and h.data is not null
                               order by h.seq desc limit 1) image on true
            left join outcomes outcome on outcome.site_id = e.site_id and outcome.op_id = made.op_id
            where b.site_id = ? and e.record_uuid > ? order by e.record_uuid limit ?
            """;

    /** A change without a record, or one that took effect and whose outcome is not kept. */
    private static final String CHANGES = """
            select h.record_uuid from history h
            where h.site_id = ? and h.seq > ? and h.seq <= ?
              and (not exists (select 1 from entries e where e.site_id = h.site_id and e.record_uuid = h.record_uuid)
                   or not exists (select 1 from outcomes o
                                  where o.site_id = h.site_id and o.op_id = h.op_id and o.record_uuid = h.record_uuid
                                    and o.version = h.version and o.seq = h.seq)
                      and not exists (select 1 from history p
                                      where p.site_id = h.site_id and p.record_uuid = h.record_uuid
                                        and p.version = h.version and p.seq < h.seq))
            order by h.seq limit 1
            """;

    /** An outcome without its change would have a desk believe that an operation took effect which never did. */
    private static final String OUTCOMES = """
            select o.op_id, o.record_uuid,
                   exists (select 1 from history h
                           join entries e on e.site_id = h.site_id and e.record_uuid = h.record_uuid
                           where h.site_id = o.site_id and h.seq = o.seq and h.op_id = o.op_id
                             and h.record_uuid = o.record_uuid and h.version = o.version
                             and e.remote_id = o.remote_id) as agrees
            from outcomes o
            where o.site_id = ? and o.op_id > ? order by o.op_id limit ?
            """;

    private final SiteDoor door;

    public RecordsApart(SiteDoor door) {
        this.door = door;
    }

    /** One of the records that are not as the history left them, or whose outcomes are not; empty if all agree. */
    public Optional<EntryId> first(SiteId site) {
        return door.inside(site, transaction -> SiteBook.about(transaction, site))
                .flatMap(about -> ofRecords(about).or(() -> ofChanges(site)).or(() -> ofOutcomes(site)));
    }

    /** What one row says: its key, the record that it is about, and whether it is as it should be. */
    private record Row(UUID key, EntryId record, boolean agrees) {}

    private Optional<EntryId> ofRecords(Site site) {
        return sweep(site.id(), RECORDS, row -> {
            UUID record = row.getObject("record_uuid", UUID.class);
            return new Row(record, new EntryId(record), row.getBoolean("agrees") && isShownAsKept(row, site));
        });
    }

    private Optional<EntryId> ofOutcomes(SiteId site) {
        return sweep(
                site,
                OUTCOMES,
                row -> new Row(
                        row.getObject("op_id", UUID.class),
                        new EntryId(row.getObject("record_uuid", UUID.class)),
                        row.getBoolean("agrees")));
    }

    private Optional<EntryId> sweep(SiteId site, String sql, SiteTransaction.RowReading<Row> reading) {
        UUID last = BEFORE_ALL;
        while (true) {
            UUID from = last;
            List<Row> rows =
                    door.inside(site, transaction -> transaction.rows(sql, reading, site.value(), from, CHUNK_ROWS));
            Optional<EntryId> apart =
                    rows.stream().filter(row -> !row.agrees()).map(Row::record).findFirst();
            if (apart.isPresent() || rows.size() < CHUNK_ROWS) {
                return apart;
            }
            last = rows.getLast().key();
        }
    }

    private Optional<EntryId> ofChanges(SiteId site) {
        long end = door.inside(site, transaction -> SiteBook.read(transaction, site))
                .map(SiteBook::lastSeq)
                .orElse(0L);
        for (long from = 0; from < end; from += CHUNK_ROWS) {
            long after = from;
            Optional<EntryId> apart = door.inside(
                    site,
                    transaction -> transaction.row(
                            CHANGES,
                            row -> new EntryId(row.getObject("record_uuid", UUID.class)),
                            site.value(),
                            after,
                            after + CHUNK_ROWS));
            if (apart.isPresent()) {
                return apart;
            }
        }
        return Optional.empty();
    }

    /** Whether the columns by which a record is found and added up say the same as its image. */
    private static boolean isShownAsKept(ResultSet row, Site site) throws SQLException {
        EntryId id = new EntryId(row.getObject("record_uuid", UUID.class));
        EntryDefaults defaults = new EntryDefaults(
                id, EntryDefaults.IdRule.ADDRESSED, Instant.EPOCH, "System", site.zone(), site.currency());
        Entry kept = EntryJson.decode(row.getString("data"), defaults).orDamaged("the history of " + id);
        return Arrays.asList(
                        row.getString("vehicle_number"),
                        row.getString("plate_key"),
                        row.getString("status"),
                        row.getString("vehicle_type"),
                        row.getString("payment_status"),
                        row.getString("transport_name"),
                        Objects.requireNonNull(SiteTransaction.instant(row, "entry_time")),
                        SiteTransaction.instant(row, "exit_time"),
                        row.getLong("fee_minor"))
                .equals(Arrays.asList(
                        kept.plate().typed(),
                        kept.plate().key(),
                        kept.stay().status().text(),
                        kept.description().vehicleType().name(),
                        kept.payment().status().text(),
                        kept.description().transportName(),
                        kept.entryTime(),
                        kept.stay().exitTime(),
                        kept.stay().fee().minor()));
    }
}
