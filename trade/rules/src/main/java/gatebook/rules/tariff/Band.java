package gatebook.rules.tariff;

import gatebook.rules.money.Money;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a stay that is charged in one way: what lies after {@code after}, up to and with {@code upTo}.
 *
 * @param upTo null for a band without an end
 */
public record Band(Duration after, @Nullable Duration upTo, Charge charge) {
    public Band {
        whole(after, "a band's begin");
        if (upTo != null) {
            whole(upTo, "a band's end");
            if (upTo.compareTo(after) <= 0) {
                throw new IllegalArgumentException("a band ends after it begins: " + after + " to " + upTo);
            }
        }
    }

    /** How the part of a stay that lies in a band counts. */
    public sealed interface Charge {}

    /** The fee of the cycle so far becomes this amount, whatever it was. */
    public record Total(Money amount) implements Charge {
        public Total {
            notNegative(amount);
        }
    }

    /** This amount is added for each started {@code per}. */
    public record Each(Money amount, Duration per) implements Charge {
        public Each {
            notNegative(amount);
            whole(per, "what is counted");
            if (per.isZero()) {
                throw new IllegalArgumentException("what is counted lasts at least a second");
            }
        }
    }

    static void notNegative(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a price is not below zero: " + amount);
        }
    }

    static void whole(Duration span, String what) {
        if (span.isNegative() || !span.equals(span.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(what + " is whole seconds, not " + span);
        }
    }
}
