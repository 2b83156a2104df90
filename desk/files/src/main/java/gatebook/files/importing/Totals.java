package gatebook.files.importing;

import gatebook.rules.entry.PaymentStatus;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The sums of a reading. The fees by payment status and {@code feesSetAside} together are all amounts of the file that
 * can be read as amounts.
 *
 * @param rows objects that became entries
 * @param fees in major units of the site's currency, an amount for every status
 * @param setAside objects that are whole and did not become entries
 * @param feesSetAside amounts that stand in no entry: of objects set aside, below zero, or larger than can be held
 * @param issues how many, shown or not
 */
public record Totals(
        long rows,
        long parked,
        long exited,
        Map<PaymentStatus, BigDecimal> fees,
        long setAside,
        BigDecimal feesSetAside,
        long issues) {
    public Totals {
        fees = Map.copyOf(fees);
    }

    public BigDecimal paid() {
        return fees(PaymentStatus.PAID);
    }

    public BigDecimal unpaid() {
        return fees(PaymentStatus.UNPAID);
    }

    public BigDecimal fees(PaymentStatus status) {
        return fees.getOrDefault(status, BigDecimal.ZERO);
    }
}
