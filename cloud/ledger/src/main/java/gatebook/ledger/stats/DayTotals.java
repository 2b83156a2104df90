package gatebook.ledger.stats;

import gatebook.rules.money.Money;
import java.time.LocalDate;

/**
 * A day of the site's own calendar in numbers; voided entries do not count.
 *
 * @param parked entries whose entry time lies in the day
 * @param exited entries whose exit time lies in the day
 * @param income fees of those exits that are paid
 * @param unpaid fees of those exits that are unpaid or pending
 * @param occupancy vehicles inside now, whatever the day
 */
public record DayTotals(LocalDate date, long parked, long exited, Money income, Money unpaid, long occupancy) {}
