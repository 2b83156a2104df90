package gatebook.store.query;

import gatebook.rules.money.Money;
import gatebook.rules.yard.Yard;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One day of the yard. Voided entries count nowhere.
 *
 * @param day in the site's zone; it has 23 or 25 hours when the clocks are changed
 * @param income what was paid for visits that ended on that day
 * @param unpaid what is still owed for visits that ended on that day, pending payments included
 * @param present the yard now, whatever the day
 */
public record DayTotals(LocalDate day, long entered, long exited, Money income, Money unpaid, Present present) {
    static final String ENTERED = """
            SELECT count(*) FROM parking_entries WHERE entry_time >= ? AND entry_time < ? AND deleted_at IS NULL""";

    static final String EXITED = """
            SELECT count(*),
                coalesce(sum(CASE WHEN payment_status = 'Paid' THEN fee_minor END), 0),
                coalesce(sum(CASE WHEN payment_status IN ('Unpaid', 'Pending') THEN fee_minor END), 0)
            FROM parking_entries
            WHERE exit_time >= ? AND exit_time < ? AND status = 'Exited' AND deleted_at IS NULL""";

    static final String PARKED = "SELECT count(*) FROM " + EntryTable.INSIDE;

    static final String OVERSTAYS = PARKED + " AND entry_time < ?";

    /**
     * The yard at this moment.
     *
     * @param parked vehicles inside
     * @param overstays those among them that have been inside longer than the site allows
     * @param capacity places for vehicles
     */
    public record Present(long parked, long overstays, int capacity) {
        /** The share of places taken, in whole percent; above 100 when more came in than there are places for. */
        public long occupancyPercent() {
            return capacity <= 0 ? 0 : Math.round(100.0 * parked / capacity);
        }
    }

    private record Ended(long count, long paidMinor, long unpaidMinor) {}

    static DayTotals read(Session session, LocalDate day, Instant now) {
        Yard yard = DeskProfile.read(session).yard();
        Instant begin = day.atStartOfDay(yard.zone()).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(yard.zone()).toInstant();
        Ended ended = session.first(
                        EXITED, row -> new Ended(row.getLong(1), row.getLong(2), row.getLong(3)), begin, end)
                .orElseThrow();
        return new DayTotals(
                day,
                session.number(ENTERED, begin, end),
                ended.count(),
                new Money(ended.paidMinor(), yard.currency()),
                new Money(ended.unpaidMinor(), yard.currency()),
                new Present(
                        session.number(PARKED),
                        session.number(OVERSTAYS, now.minus(yard.overstayAfter())),
                        yard.capacity()));
    }
}
