package gatebook.ledger.stats;

import gatebook.ledger.site.Site;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.money.Money;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Counts and sums over a site's entries. Thread-safe. */
public final class Stats {
    private static final String PARKED = """
            select count(*) from entries where site_id = ? and not deleted and entry_time >= ? and entry_time < ?
            """;

    private static final String EXITED = """
            select count(*) as exited,
                   coalesce(sum(fee_minor) filter (where payment_status = 'Paid'), 0) as income,
                   coalesce(sum(fee_minor) filter (where payment_status in ('Unpaid', 'Pending')), 0) as unpaid
            from entries
            where site_id = ? and not deleted and status = 'Exited' and exit_time >= ? and exit_time < ?
            """;

    private static final String INSIDE = """
            select count(*) from entries where site_id = ? and status = 'Parked' and not deleted
            """;

    private final SiteDoor door;

    public Stats(SiteDoor door) {
        this.door = door;
    }

    /** Empty if there is no such site. */
    public Optional<DayTotals> of(SiteId site, LocalDate date) {
        return door.inside(site, transaction -> {
            Optional<Site> about = SiteBook.about(transaction, site);
            return about.isEmpty() ? Optional.empty() : Optional.of(totals(transaction, about.get(), date));
        });
    }

    private static DayTotals totals(SiteTransaction transaction, Site site, LocalDate date) throws SQLException {
        UUID id = site.id().value();
        Instant from = date.atStartOfDay(site.zone()).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(site.zone()).toInstant();
        long parked =
                transaction.row(PARKED, row -> row.getLong(1), id, from, to).orElse(0L);
        long inside = transaction.row(INSIDE, row -> row.getLong(1), id).orElse(0L);
        return transaction
                .row(
                        EXITED,
                        row -> new DayTotals(
                                date,
                                parked,
                                row.getLong("exited"),
                                new Money(row.getLong("income"), site.currency()),
                                new Money(row.getLong("unpaid"), site.currency()),
                                inside),
                        id,
                        from,
                        to)
                .orElseThrow();
    }
}
