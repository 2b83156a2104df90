package gatebook.rules.entry;

import org.jspecify.annotations.Nullable;

/**
 * Whether and how the fee was paid; both fields move together in a merge.
 *
 * @param type the text as recorded: {@code Cash}, {@code Online}, or an older word such as {@code UPI}
 */
public record Payment(PaymentStatus status, @Nullable String type) {
    /** Nothing paid yet. */
    public static final Payment NONE = new Payment(PaymentStatus.UNPAID, null);

    /** Whether money lay on the counter; every other word counts as paid online. */
    public boolean isCash() {
        return type != null && type.strip().equalsIgnoreCase("cash");
    }
}
