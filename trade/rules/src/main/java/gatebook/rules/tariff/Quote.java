package gatebook.rules.tariff;

import gatebook.rules.money.Money;

/** What a tariff answers. */
public sealed interface Quote {
    /**
     * The stay has a price.
     *
     * @param days started 24 h periods, at least 1
     */
    record Priced(Money fee, long days) implements Quote {}

    /** The exit lies before the entry: refused, never priced. */
    record ExitBeforeEntry() implements Quote {}
}
