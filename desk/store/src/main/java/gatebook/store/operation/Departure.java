package gatebook.store.operation;

import gatebook.rules.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the attendant says of a vehicle that leaves.
 *
 * @param fee the fee set by hand; null for the computed one
 * @param reason why the fee was set by hand; needed then
 * @param exitTime null for now
 */
public record Departure(
        Settlement settlement,
        @Nullable Money fee,
        @Nullable String reason,
        @Nullable Instant exitTime,
        String actor) {

    /** How the fee was settled at the gate. */
    public enum Settlement {
        CASH,
        ONLINE,
        UNPAID
    }
}
