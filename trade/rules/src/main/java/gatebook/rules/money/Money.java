package gatebook.rules.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in whole minor units (paise, cents) of one ISO 4217 currency.
 *
 * <p>Range: at most {@value #MAX_MINOR} minor units either side of zero, the seed's {@code DECIMAL(10,2)}. Arithmetic
 * between two currencies, or past the range, is a bug and throws.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    /** The largest magnitude held, in minor units. */
    public static final long MAX_MINOR = 9_999_999_999L;

    public Money {
        if (minor > MAX_MINOR || minor < -MAX_MINOR) {
            throw new IllegalArgumentException("amount out of range: " + minor + " minor units");
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("not a currency of payment: " + currency);
        }
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * The amount written as a decimal number of major units.
     *
     * @throws ArithmeticException if it has more decimals than the currency
     * @throws IllegalArgumentException if it is out of range
     */
    public static Money ofMajor(BigDecimal major, Currency currency) {
        if (major.scale() < -12 || major.scale() > 40 || major.precision() - major.scale() > 12) {
            throw new IllegalArgumentException("amount out of range");
        }
        BigDecimal minor = major.movePointRight(currency.getDefaultFractionDigits());
        return new Money(minor.setScale(0, RoundingMode.UNNECESSARY).longValueExact(), currency);
    }

    /** The same amount in major units, with exactly the currency's decimals. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(minor + sameCurrency(other).minor, currency);
    }

    public Money minus(Money other) {
        return new Money(minor - sameCurrency(other).minor, currency);
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
        return other;
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency.getCurrencyCode();
    }
}
