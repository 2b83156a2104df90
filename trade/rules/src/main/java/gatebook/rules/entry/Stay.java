package gatebook.rules.entry;

import gatebook.rules.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the visit ended and what is charged for it; these fields move together in a merge.
 *
 * @param exitTime kept to the millisecond, as it travels
 * @param fee what the visitor owes; zero while parked
 * @param computedFee what the tariff says, {@code null} while nobody asked it
 * @param feeManuallySet whether a person set {@code fee} against the tariff
 */
public record Stay(
        Status status,
        @Nullable Instant exitTime,
        Money fee,
        @Nullable Money computedFee,
        boolean feeManuallySet,
        @Nullable String feeReason) {
    public Stay {
        exitTime = exitTime == null ? null : exitTime.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A visit that has only begun. */
    public static Stay parked(Money zero) {
        return new Stay(Status.PARKED, null, zero, null, false, null);
    }
}
