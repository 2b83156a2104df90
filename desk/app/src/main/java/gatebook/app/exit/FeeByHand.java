package gatebook.app.exit;

import gatebook.rules.money.Money;

/** A fee that the attendant sets against the tariff, and why. */
record FeeByHand(Money fee, String reason) {}
