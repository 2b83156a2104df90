package gatebook.app.words;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of an entry as people call them, and their values as people read them. */
public final class FieldWords {
    private final Times times;

    public FieldWords(Times times) {
        this.times = times;
    }

    public String name(Field field) {
        return times.words().say("field." + field.text());
    }

    /** The name of a field as the cloud wrote it, which may be one that no entry has. */
    public String name(String field) {
        return Field.named(field).map(this::name).orElse(field);
    }

    /** Empty where the field is not set. */
    public String value(Field field, Entry entry) {
        return value(field.in(entry));
    }

    /** Empty for none. */
    public String value(@Nullable Object value) {
        Words words = times.words();
        return switch (value) {
            case null -> "";
            case Instant time -> times.whole(time);
            case Status status -> words.say("status-word." + status.text());
            case PaymentStatus status -> words.say("payment-word." + status.text());
            case Money money -> new Amounts(words).say(money);
            case Boolean yes -> words.say(yes ? "field.yes" : "field.no");
            case Object other -> other.toString();
        };
    }
}
