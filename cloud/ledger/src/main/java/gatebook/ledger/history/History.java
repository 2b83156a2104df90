package gatebook.ledger.history;

import gatebook.ledger.site.Actor;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.EntryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code history}. */
public final class History {
    /** Rows read at once while a chain is verified. */
    private static final int CHUNK_ROWS = 2_000;

    private static final String ADD = """
            insert into history (site_id, seq, record_uuid, version, device_id, actor, op_id, operation, made_at,
                                 committed_at, data, hash)
            select ?, seq, record_uuid, version, ?, actor, op_id, operation,
                   timestamptz 'epoch' + made_at * interval '1 millisecond', ?, data, hash
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
              as row (seq, record_uuid, version, actor, op_id, operation, made_at, data, hash)
            """;

    private static final String LINK_AT = """
            select hash, committed_at from history where site_id = ? and seq = ?
            """;

    private static final String HAS_COMMIT = """
            select exists (select 1 from history where site_id = ? and seq between ? and ? and committed_at = ?)
            """;

    private static final String OF_RECORD = """
            select h.seq, h.record_uuid, h.version, h.device_id, d.desk_code, h.actor, h.op_id, h.operation, h.made_at,
                   h.committed_at, h.data, lag(h.data) over (order by h.seq) as before
            from history h join devices d on d.site_id = h.site_id and d.device_id = h.device_id
            where h.site_id = ? and h.record_uuid = ?
            order by h.seq
            """;

    private static final String AFTER = """
            select seq, record_uuid, version, device_id, actor, op_id, operation, made_at, committed_at, data, hash
            from history where site_id = ? and seq > ? order by seq limit ?
            """;

    /** In one statement, so that what others commit meanwhile is seen with its end or not at all. */
    private static final String BEYOND = """
            select coalesce(least((select min(h.seq) from history h where h.site_id = b.site_id and h.seq > b.last_seq),
                                  (select min(e.seq) from entries e where e.site_id = b.site_id and e.seq > b.last_seq)), 0)
            from site_books b where b.site_id = ?
            """;

    private static final String STANDING = """
            select coalesce(min(seq), 0) from history where site_id = ? and seq >= ?
            """;

    private final SiteDoor door;

    public History(SiteDoor door) {
        this.door = door;
    }

    /** Adds rows of one transaction, in their order; all have the same device and time of commit. */
    public static void add(SiteTransaction transaction, SiteId site, List<HistoryEntry> rows, byte[][] hashes)
            throws SQLException {
        HistoryEntry first = rows.getFirst();
        int count = rows.size();
        Long[] seqs = new Long[count];
        UUID[] records = new UUID[count];
        Long[] versions = new Long[count];
        String[] actors = new String[count];
        UUID[] opIds = new UUID[count];
        String[] operations = new String[count];
        Long[] madeAt = new Long[count];
        @Nullable String[] data = new String[count];
        for (int at = 0; at < count; at++) {
            HistoryEntry row = rows.get(at);
            seqs[at] = row.seq();
            records[at] = row.record().value();
            versions[at] = row.version();
            actors[at] = row.actor();
            opIds[at] = row.opId().value();
            operations[at] = row.operation().name();
            madeAt[at] = row.madeAt().toEpochMilli();
            data[at] = row.data();
        }
        transaction.change(
                ADD,
                site.value(),
                first.device().value(),
                first.committedAt(),
                seqs,
                records,
                versions,
                actors,
                opIds,
                operations,
                madeAt,
                data,
                hashes);
    }

    /** Where one change stands in the chain of hashes, and when it was committed. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Link(byte[] hash, Instant committedAt) {}

    /** The link of one change; empty if the site's order has none there. */
    public static Optional<Link> at(SiteTransaction transaction, SiteId site, long seq) throws SQLException {
        return transaction.row(
                LINK_AT, row -> new Link(row.getBytes("hash"), time(row, "committed_at")), site.value(), seq);
    }

    /** Whether a change within so many of {@code seq} was committed at that very moment. */
    public static boolean hasCommit(SiteTransaction transaction, SiteId site, Instant moment, long seq, int within)
            throws SQLException {
        return transaction
                .row(HAS_COMMIT, row -> row.getBoolean(1), site.value(), seq - within, seq + within, moment)
                .orElse(false);
    }

    /** Every change of a record, the oldest first. */
    public List<HistoryRow> of(SiteId site, EntryId record) {
        return door.inside(
                site, transaction -> transaction.rows(OF_RECORD, History::row, site.value(), record.value()));
    }

    /** Reads all rows, in chunks, and checks that each follows from the one before and the last is the remembered one. */
    public ChainVerdict verify(SiteId site) {
        Optional<SiteBook> book = door.inside(site, transaction -> SiteBook.read(transaction, site));
        if (book.isEmpty()) {
            return new ChainVerdict.Whole(0);
        }
        SiteBook end = book.get();
        long seq = 0;
        while (true) {
            long from = seq;
            switch (door.inside(site, transaction -> walk(transaction, site, end, from, CHUNK_ROWS))) {
                case Walked.Broken(long at) -> {
                    return new ChainVerdict.Broken(at);
                }
                case Walked.UpTo(long upTo) -> seq = upTo;
            }
            if (seq == end.lastSeq()) {
                return new ChainVerdict.Whole(seq);
            }
        }
    }

    /**
     * Recomputes the hashes of a stretch from the one that stands at {@code from}, and at the end of the order compares
     * with what the site remembers, and looks for what stands beyond it.
     */
    public static Walked walk(SiteTransaction transaction, SiteId site, SiteBook end, long from, int limitRows)
            throws SQLException {
        Optional<byte[]> before = from == 0
                ? Optional.of(Chain.beginning(site, end.history()))
                : at(transaction, site, from).map(Link::hash);
        if (before.isEmpty()) {
            return new Walked.Broken(from);
        }
        Chain chain = new Chain(site, before.get());
        long seq = from;
        Instant committedAt = end.lastCommittedAt();
        for (Sealed row : transaction.rows(AFTER, History::sealed, site.value(), from, limitRows)) {
            if (seq == end.lastSeq()) {
                break;
            }
            seq++;
            if (row.entry().seq() != seq || !Arrays.equals(chain.add(row.entry()), row.hash())) {
                return new Walked.Broken(seq);
            }
            committedAt = row.entry().committedAt();
        }
        if (seq < end.lastSeq()) {
            return seq - from < limitRows ? new Walked.Broken(seq + 1) : new Walked.UpTo(seq);
        }
        boolean isTimed = !end.lastCommittedAt().equals(Instant.EPOCH);
        if (!Arrays.equals(chain.last(), end.historyHash()) || isTimed && !committedAt.equals(end.lastCommittedAt())) {
            return new Walked.Broken(seq);
        }
        return beyondTheEnd(transaction, site).<Walked>map(Walked.Broken::new).orElse(new Walked.UpTo(seq));
    }

    /** The first change that stands there or later; 0 for none. */
    public static long standingFrom(SiteTransaction transaction, SiteId site, long seq) throws SQLException {
        return transaction
                .row(STANDING, row -> row.getLong(1), site.value(), seq)
                .orElse(0L);
    }

    /** The first change that stands after the end that the site remembers: the book was put back, and the rows were not. */
    public static Optional<Long> beyondTheEnd(SiteTransaction transaction, SiteId site) throws SQLException {
        return transaction.row(BEYOND, row -> row.getLong(1), site.value()).filter(seq -> seq > 0);
    }

    /** A row with the hash that stands in it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(HistoryEntry entry, byte[] hash) {}

    private static Sealed sealed(ResultSet row) throws SQLException {
        HistoryEntry entry = new HistoryEntry(
                row.getLong("seq"),
                new EntryId(row.getObject("record_uuid", UUID.class)),
                row.getLong("version"),
                new DeviceId(row.getObject("device_id", UUID.class)),
                row.getString("actor"),
                new OpId(row.getObject("op_id", UUID.class)),
                OperationKind.valueOf(row.getString("operation")),
                time(row, "made_at"),
                time(row, "committed_at"),
                row.getString("data"));
        return new Sealed(entry, row.getBytes("hash"));
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getLong("seq"),
                new EntryId(row.getObject("record_uuid", UUID.class)),
                row.getLong("version"),
                new DeviceId(row.getObject("device_id", UUID.class)),
                new DeskCode(row.getString("desk_code")),
                new Actor(row.getString("actor")),
                new OpId(row.getObject("op_id", UUID.class)),
                OperationKind.valueOf(row.getString("operation")),
                time(row, "made_at"),
                time(row, "committed_at"),
                row.getString("before"),
                row.getString("data"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(SiteTransaction.instant(row, column), column);
    }
}
