package gatebook.app.words;

import gatebook.rules.money.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Optional;

/** Amounts of money as the reader's language writes them, and as people type them. */
public final class Amounts {
    private static final int TYPED_MAX = 15;

    private final Words words;

    public Amounts(Words words) {
        this.words = words;
    }

    /** "₹225"; decimals only where there are some. */
    public String say(Money amount) {
        NumberFormat form = NumberFormat.getCurrencyInstance(words.figures());
        form.setCurrency(amount.currency());
        int decimals = amount.major().stripTrailingZeros().scale() <= 0
                ? 0
                : amount.currency().getDefaultFractionDigits();
        form.setMinimumFractionDigits(decimals);
        form.setMaximumFractionDigits(decimals);
        return form.format(amount.major());
    }

    /** An amount as typed in major units, such as {@code 1,350.50}; empty for what is none. */
    public static Optional<Money> read(String typed, Currency currency) {
        String plain = typed.replaceAll("[,\\s]", "");
        if (plain.isEmpty() || plain.length() > TYPED_MAX || !plain.matches("\\d*\\.?\\d*") || plain.equals(".")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.ofMajor(new BigDecimal(plain), currency));
        } catch (ArithmeticException | IllegalArgumentException outOfRangeOrTooPrecise) {
            return Optional.empty();
        }
    }
}
