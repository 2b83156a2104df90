package gatebook.app.exit;

import gatebook.app.words.Amounts;
import gatebook.app.words.Spans;
import gatebook.app.words.Words;
import gatebook.rules.entry.Description;
import gatebook.rules.entry.Entry;
import gatebook.rules.money.Money;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bill as the attendant reads it. */
final class BillWords {
    private static final String NONE = "—";

    private final Words words;
    private final Amounts amounts;

    BillWords(Words words) {
        this.words = words;
        this.amounts = new Amounts(words);
    }

    /** What there is to say of the money on the counter. */
    record Given(String text, Change change) {
        /** Whether the vehicle may leave with it. */
        boolean isEnough() {
            return switch (change) {
                case Change.Exact _, Change.Back _ -> true;
                case Change.TooLittle _, Change.Unreadable _ -> false;
            };
        }
    }

    /** Whose vehicle it is, on one line. */
    String about(Entry entry) {
        Description noted = entry.description();
        return Stream.of(
                        entry.ticket().number().text(),
                        noted.vehicleType().name(),
                        noted.transportName(),
                        Objects.toString(noted.driverName(), ""),
                        Objects.toString(noted.driverContact(), ""),
                        Objects.toString(noted.location(), ""),
                        Objects.toString(noted.notes(), ""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("  ·  "));
    }

    String stayed(Bill bill) {
        return Spans.of(bill.stay(), words);
    }

    String rate(Bill bill) {
        return words.say("exit.rate", amounts.say(bill.rate()), bill.days());
    }

    String fee(Bill bill) {
        return bill.fee().map(amounts::say).orElse(NONE);
    }

    /** What the fee stands in the place of, or why there is none; empty where there is nothing to say. */
    String insteadOf(Bill bill) {
        String computed = bill.computed().map(amounts::say).orElse(NONE);
        return bill.byHand()
                .map(set -> words.say("exit.instead-of", computed, set.reason()))
                .orElse(bill.computed().isEmpty() ? words.say("exit.before-entry") : "");
    }

    /** What goes back for what was typed as given. */
    Given given(String typed, Money owed) {
        Change change = Change.of(typed, owed);
        return new Given(
                switch (change) {
                    case Change.Exact() -> words.say("exit.exact");
                    case Change.Back(Money back) -> words.say("exit.change", amounts.say(back));
                    case Change.TooLittle(Money missing) -> words.say("exit.too-little", amounts.say(missing));
                    case Change.Unreadable() -> words.say("exit.no-amount");
                },
                change);
    }
}
