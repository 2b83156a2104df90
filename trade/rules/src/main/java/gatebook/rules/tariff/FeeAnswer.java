package gatebook.rules.tariff;

import gatebook.rules.money.Money;
import java.util.List;

/** What a table of tariffs answers about a stay. */
public sealed interface FeeAnswer {
    /** The stay has a price; the lines add up to it. */
    record Priced(Money fee, List<FeeLine> lines) implements FeeAnswer {
        public Priced {
            lines = List.copyOf(lines);
        }
    }

    /** The exit lies before the entry: refused, never priced. */
    record ExitBeforeEntry() implements FeeAnswer {}

    /** The table has no tariff for that class at that time. */
    record NoTariff() implements FeeAnswer {}

    /** The price is above what an amount can be. */
    record TooLarge() implements FeeAnswer {}
}
