package gatebook.app.words;

import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.money.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fields of an entry and their values, as a person reads them. */
public final class Values {
    private static final String NOTHING = "–";

    private final Words words;
    private final Times times;

    public Values(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    /** The field's name. */
    public String name(Field field) {
        return words.say("field." + field.text());
    }

    /** A value that a field has. */
    public String show(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Instant time -> times.whole(time);
            case Money money -> money(money);
            case Status status -> words.say("status-word." + status.text().toLowerCase(Locale.ROOT));
            case PaymentStatus status ->
                words.say("payment-word." + status.text().toLowerCase(Locale.ROOT));
            case Boolean yes -> words.say(yes ? "word.yes" : "word.no");
            case Object other -> other.toString();
        };
    }

    /** An amount with its currency, grouped as the language does. */
    public String money(Money amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(words.locale());
        format.setCurrency(amount.currency());
        int digits = amount.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount.major());
    }

    /** A whole number, grouped as the language does. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(words.locale()).format(number);
    }
}
