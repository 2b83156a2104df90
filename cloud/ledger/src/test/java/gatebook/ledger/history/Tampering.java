package gatebook.ledger.history;

import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteId;
import gatebook.rules.entry.EntryId;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What somebody who owns the database can do to a site's tables; each at a place of its own. */
enum Tampering {
    EDIT,
    DELETE,
    INSERT,
    SWAP,
    CUT,
    BOOK,
    RECORD,
    RECORD_GONE,
    RECORD_ADDED,
    OUTCOME,
    OUTCOME_GONE,
    OUTCOME_ADDED,
    /** The end is cut off everywhere, as if what was last had never come. */
    FORGET,
    /** A record is another one from its first change on, and all hashes are computed anew. */
    RE_CHAIN;

    private static final List<String> HISTORY = List.of(
            "actor = actor || ' '",
            "data = coalesce(replace(data, '}', ' }'), '{}')",
            "made_at = made_at + interval '1 microsecond'",
            "committed_at = committed_at - interval '1 millisecond'",
            "record_uuid = device_id",
            "version = version + 1",
            "device_id = record_uuid",
            "op_id = record_uuid",
            "operation = case operation when 'DELETE' then 'UPDATE' else 'DELETE' end",
            "hash = decode(repeat('00', 32), 'hex')");

    private static final List<String> BOOKS = List.of(
            "last_seq = last_seq - 1",
            "last_seq = last_seq + 1",
            "history_hash = decode(repeat('00', 32), 'hex')",
            "history_id = site_id",
            "last_committed_at = last_committed_at + interval '1 second'",
            "last_remote_id = last_remote_id - 1");

    private static final List<String> RECORDS = List.of(
            "version = version + 1",
            "seq = - seq",
            "deleted = not deleted",
            "changed_at = changed_at + interval '1 millisecond'",
            "changed_by = record_uuid",
            "actor = actor || ' '",
            "vehicle_number = vehicle_number || '1'",
            "plate_key = plate_key || '1'",
            "status = case status when 'Parked' then 'Exited' else 'Parked' end",
            "vehicle_type = vehicle_type || 's'",
            "payment_status = 'Refunded'",
            "transport_name = lower(transport_name)",
            "entry_time = entry_time + interval '1 minute'",
            "exit_time = coalesce(exit_time, entry_time) + interval '1 minute'",
            "fee_minor = fee_minor + 1",
            "data = replace(data, 'Sharma', 'Sarma')",
            "remote_id = remote_id + 100000");

    private static final List<String> OUTCOMES = List.of(
            "op_id = record_uuid",
            "record_uuid = op_id",
            "version = version + 1",
            "remote_id = remote_id + 1",
            "seq = seq + 1");

    /**
     * Does it.
     *
     * @param last the newest change of the site
     * @param lateFrom from there on every change is a new record's first and only one
     * @return the first change that is not what was written; 0 where the history itself is left alone, or fits
     */
    long run(OneTransaction tables, SiteId site, SplittableRandom random, long last, long lateFrom)
            throws SQLException {
        long at = random.nextLong(1, last);
        String here = " where site_id = '" + site.value() + "' and seq = ";
        switch (this) {
            case EDIT -> one(tables, "update history set " + any(HISTORY, random) + here + at);
            case DELETE -> one(tables, "delete from history" + here + at);
            case INSERT -> {
                long end = last + 10;
                tables.run("update history set seq = seq + 1000" + after(here) + at);
                tables.run(
                        "insert into history select site_id, seq + 1, record_uuid, version + 1, device_id, actor, op_id,"
                                + " operation, made_at, committed_at, data, hash from history" + here + at);
                tables.run("update history set seq = seq - 999" + after(here) + end);
                return at + 1;
            }
            case SWAP -> {
                long other = at == last ? 1 : random.nextLong(at + 1, last + 1);
                one(tables, "update history set seq = -1" + here + at);
                one(tables, "update history set seq = " + at + here + other);
                one(tables, "update history set seq = " + other + here + -1);
            }
            case CUT -> {
                tables.run("delete from history" + after(here) + at);
                return at + 1;
            }
            case BOOK -> {
                String change = any(BOOKS, random);
                one(tables, "update site_books set " + change + " where site_id = '" + site.value() + "'");
                return foundInBook(change, last);
            }
            default -> {
                apart(tables, here, random, random.nextLong(lateFrom, last));
                return 0;
            }
        }
        return at;
    }

    /** The walk ends where the book says, and names what does not fit there. */
    private static long foundInBook(String change, long last) {
        if (change.startsWith("last_remote_id")) {
            return 0;
        }
        if (change.startsWith("history_id")) {
            return 1;
        }
        return switch (change) {
            case "last_seq = last_seq - 1" -> last - 1;
            case "last_seq = last_seq + 1" -> last + 1;
            default -> last;
        };
    }

    /** What leaves the chain of hashes as it is, or as it would be. */
    private void apart(OneTransaction tables, String here, SplittableRandom random, long late) throws SQLException {
        String record = " where (site_id, record_uuid) = (select site_id, record_uuid from history" + here + late + ")";
        switch (this) {
            case RECORD -> one(tables, "update entries set " + any(RECORDS, random) + record);
            case RECORD_GONE -> one(tables, "delete from entries" + record);
            case RECORD_ADDED ->
                one(
                        tables,
                        "insert into entries select site_id, changed_by, remote_id, version, - seq, deleted,"
                                + " changed_at, changed_by, actor, vehicle_number, plate_key, status, vehicle_type, payment_status,"
                                + " transport_name, entry_time, exit_time, fee_minor, data from entries" + record);
            case OUTCOME -> one(tables, "update outcomes set " + any(OUTCOMES, random) + here + late);
            case OUTCOME_GONE -> one(tables, "delete from outcomes" + here + late);
            case OUTCOME_ADDED ->
                one(
                        tables,
                        "insert into outcomes select site_id, record_uuid, record_uuid, version, remote_id, seq"
                                + " from outcomes" + here + late);
            case FORGET -> {
                for (String table : List.of("history", "outcomes", "entries")) {
                    tables.run("delete from " + table + after(here) + late);
                }
                one(
                        tables,
                        "update site_books b set last_seq = h.seq, history_hash = h.hash,"
                                + " last_committed_at = h.committed_at from history h where h.site_id = b.site_id and h."
                                + here.substring(here.indexOf("seq")) + late);
            }
            case RE_CHAIN -> {
                String renamed = " set data = replace(data, 'Sharma', 'Varma')";
                one(
                        tables,
                        "update entries" + renamed + ", transport_name = replace(transport_name, 'Sharma', 'Varma')"
                                + record);
                one(tables, "update history" + renamed + record);
                chainAnew(tables);
            }
            default -> throw new IllegalStateException(name());
        }
    }

    private static String after(String here) {
        return here.replace("seq = ", "seq > ");
    }

    private static String any(List<String> changes, SplittableRandom random) {
        return changes.get(random.nextInt(changes.size()));
    }

    private static void one(OneTransaction tables, String sql) throws SQLException {
        int changed = tables.run(sql);
        if (changed != 1) {
            throw new IllegalStateException(changed + " rows by " + sql);
        }
    }

    /** Computes all hashes of the one site anew, as one does who knows how. */
    private static void chainAnew(OneTransaction tables) throws SQLException {
        List<byte[]> hashes = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        try (Statement statement = tables.connection().createStatement()) {
            Chain chain;
            try (ResultSet book = statement.executeQuery("select site_id, history_id from site_books")) {
                book.next();
                SiteId site = new SiteId(book.getObject(1, UUID.class));
                chain = new Chain(site, Chain.beginning(site, new HistoryId(book.getObject(2, UUID.class))));
            }
            try (ResultSet rows = statement.executeQuery("select * from history order by seq")) {
                while (rows.next()) {
                    hashes.add(chain.add(entry(rows)));
                    seqs.add(rows.getLong("seq"));
                }
            }
        }
        try (PreparedStatement update = tables.connection().prepareStatement("""
                with anew as (select seq, hash from unnest(?::bigint[], ?::bytea[]) as row (seq, hash)),
                     chained as (update history h set hash = anew.hash from anew where anew.seq = h.seq)
                update site_books b set history_hash = anew.hash from anew where anew.seq = b.last_seq""")) {
            update.setArray(1, tables.connection().createArrayOf("bigint", seqs.toArray(Long[]::new)));
            update.setArray(2, tables.connection().createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            update.executeUpdate();
        }
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getLong("seq"),
                new EntryId(row.getObject("record_uuid", UUID.class)),
                row.getLong("version"),
                new DeviceId(row.getObject("device_id", UUID.class)),
                row.getString("actor"),
                new OpId(row.getObject("op_id", UUID.class)),
                OperationKind.valueOf(row.getString("operation")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("committed_at", OffsetDateTime.class).toInstant(),
                row.getString("data"));
    }
}
