package gatebook.app.exit;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.money.Money;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes back over the counter. */
final class ChangeTest {
    private static final Currency RUPEES = Currency.getInstance("INR");

    @ParameterizedTest(name = "{0} given for 225.00: {1}")
    @CsvSource(textBlock = """
            '',        exact
            '  ',      exact
            225,       back 0.00 INR
            500,       back 275.00 INR
            '1,000',   back 775.00 INR
            225.50,    back 0.50 INR
            224.99,    missing 0.01 INR
            0,         missing 225.00 INR
            .,         unreadable
            abc,       unreadable
            -500,      unreadable
            1e9,       unreadable
            225.001,   unreadable
            9999999999999, unreadable
            """)
    void isWhatWasGivenBeyondTheFee(String given, String expected) {
        assertThat(told(Change.of(given, new Money(22_500, RUPEES)))).isEqualTo(expected);
    }

    private static String told(Change change) {
        return switch (change) {
            case Change.Exact() -> "exact";
            case Change.Back(Money amount) -> "back " + amount;
            case Change.TooLittle(Money missing) -> "missing " + missing;
            case Change.Unreadable() -> "unreadable";
        };
    }
}
