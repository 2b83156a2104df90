package gatebook.app.exit;

import gatebook.app.words.Amounts;
import gatebook.rules.money.Money;
import java.util.Optional;

/** What goes back over the counter for the cash that was given. */
sealed interface Change {
    /** Nothing was typed: the driver gave the fee itself. */
    record Exact() implements Change {}

    record Back(Money amount) implements Change {}

    /** Less than the fee was given. */
    record TooLittle(Money missing) implements Change {}

    /** What was typed is no amount. */
    record Unreadable() implements Change {}

    static Change of(String given, Money fee) {
        if (given.isBlank()) {
            return new Exact();
        }
        Optional<Money> amount = Amounts.read(given, fee.currency());
        if (amount.isEmpty()) {
            return new Unreadable();
        }
        Money back = amount.get().minus(fee);
        return back.isNegative() ? new TooLittle(fee.minus(amount.get())) : new Back(back);
    }
}
