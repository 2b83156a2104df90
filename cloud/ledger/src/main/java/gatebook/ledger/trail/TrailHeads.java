package gatebook.ledger.trail;

import gatebook.ledger.site.Desk;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.wire.audit.TrailHead;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table {@code audit_heads}: where each desk said that its audit trail ended. A head is kept if the desk
 * shows that its trail still has the one before it, or that it has not; a desk that shows neither is asked again.
 */
public final class TrailHeads {
    private static final String NEWEST = """
            select number, row_number, hash from audit_heads
            where site_id = ? and device_id = ? order by number desc limit 1
            """;

    private static final String ADD = """
            insert into audit_heads (site_id, device_id, number, row_number, hash, told_at, fits)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String APART = """
            select d.desk_code, h.told_at, h.row_number, before.row_number as known_row, before.hash as known_hash
            from audit_heads h
            join audit_heads before on before.site_id = h.site_id and before.device_id = h.device_id
                                   and before.number = h.number - 1
            join devices d on d.site_id = h.site_id and d.device_id = h.device_id
            where h.site_id = ? and not h.fits order by h.told_at, d.desk_code
            """;

    private final SiteDoor door;

    public TrailHeads(SiteDoor door) {
        this.door = door;
    }

    /** A head as it was kept. */
    private record Kept(long number, TrailHead head) {}

    /** Times at which a desk's trail was found to be another than the one that the cloud had known, the oldest first. */
    public List<TrailBreak> breaks(SiteId site) {
        return door.inside(
                site,
                transaction -> transaction.rows(
                        APART,
                        row -> new TrailBreak(
                                row.getString("desk_code"),
                                Objects.requireNonNull(SiteTransaction.instant(row, "told_at")),
                                row.getLong("row_number"),
                                new TrailHead(row.getLong("known_row"), row.getString("known_hash"))),
                        site.value()));
    }

    /** The newest head that is kept of a desk; null for none. */
    public static @Nullable TrailHead newest(SiteTransaction transaction, Desk desk) throws SQLException {
        return kept(transaction, desk).map(Kept::head).orElse(null);
    }

    /**
     * Takes in what a desk says of its trail.
     *
     * @return the head by which the desk is judged: the newest that is kept from now on, or the one that its trail does not
     *     fit, or does not show; null if none is kept
     */
    public static @Nullable TrailHead hear(SiteTransaction transaction, Desk desk, List<TrailHead> told, Instant now)
            throws SQLException {
        Optional<Kept> kept = kept(transaction, desk);
        Optional<TrailHead> end = told.stream().max(Comparator.comparingLong(TrailHead::row));
        if (end.isEmpty()) {
            return kept.map(Kept::head).orElse(null);
        }
        if (kept.isEmpty()) {
            add(transaction, desk, new Kept(1, end.get()), now, true);
            return end.get();
        }
        TrailHead known = kept.get().head();
        long next = kept.get().number() + 1;
        return switch (TrailVerdict.of(known, told, end.get())) {
            case UNCHANGED, NOT_SHOWN -> known;
            case FITS -> {
                add(transaction, desk, new Kept(next, end.get()), now, true);
                yield end.get();
            }
            case APART -> {
                add(transaction, desk, new Kept(next, end.get()), now, false);
                yield known;
            }
        };
    }

    private static Optional<Kept> kept(SiteTransaction transaction, Desk desk) throws SQLException {
        return transaction.row(
                NEWEST,
                row -> new Kept(row.getLong("number"), new TrailHead(row.getLong("row_number"), row.getString("hash"))),
                desk.site().value(),
                desk.device().value());
    }

    private static void add(SiteTransaction transaction, Desk desk, Kept told, Instant now, boolean fits)
            throws SQLException {
        transaction.change(
                ADD,
                desk.site().value(),
                desk.device().value(),
                told.number(),
                told.head().row(),
                told.head().hash(),
                now,
                fits);
    }
}
