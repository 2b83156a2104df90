package gatebook.store.query;

import gatebook.rules.money.Money;
import gatebook.rules.yard.Yard;
import gatebook.store.sqlite.Session;
import java.time.LocalDate;
import java.util.List;

/** What was paid for visits that ended on a day, as in {@link DayTotals}. */
public record DayIncome(LocalDate day, Money income) {
    static final String PAID = """
            SELECT coalesce(sum(fee_minor), 0) FROM parking_entries
            WHERE exit_time >= ? AND exit_time < ? AND status = 'Exited' AND deleted_at IS NULL
                AND payment_status = 'Paid'""";

    /** These many days, the last one being {@code last}, oldest first. */
    static List<DayIncome> read(Session session, Yard yard, LocalDate last, int days) {
        return last.minusDays(days - 1L)
                .datesUntil(last.plusDays(1))
                .map(day -> new DayIncome(day, new Money(paid(session, yard, day), yard.currency())))
                .toList();
    }

    private static long paid(Session session, Yard yard, LocalDate day) {
        return session.number(
                PAID,
                day.atStartOfDay(yard.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(yard.zone()).toInstant());
    }
}
