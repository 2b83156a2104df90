package gatebook.files.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountTextTest {
    private static final Currency RUPEE = Currency.getInstance("INR");

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
        whole            | 225            | 225
        float of Python  | 225.0          | 225.0
        rupees, dot      | Rs. 225        | 225
        rupees, no space | Rs.225.50      | 225.50
        rupees, plain    | rs 225         | 225
        rupees behind    | 225 Rs.        | 225
        rupees in full   | 225 rupees     | 225
        dash behind      | Rs. 225/-      | 225
        sign             | ₹225           | 225
        sign and space   | ₹ 1,350.00     | 1350.00
        code             | INR 225        | 225
        code behind      | 225 INR        | 225
        western groups   | 1,350.00       | 1350.00
        western millions | 1,234,567.89   | 1234567.89
        Indian groups    | 1,00,000       | 100000
        Indian crores    | 1,23,45,678.90 | 12345678.90
        open point       | 225.           | 225.0
        plus             | +225           | 225
        minus            | -225           | -225
        minus and sign   | -₹225          | -225
        sign and minus   | ₹-225          | -225
        exponent         | 2.25e2         | 2.25E+2
        Devanagari       | २२५            | 225
        full width       | ２２５         | 225
        spaces inside    | 1 350          | 1350
        """)
    void readsAmountsAsPeopleWriteThem(String label, String words, BigDecimal amount) {
        assertThat(AmountText.parse(words, RUPEE)).as(label).contains(amount);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        words             | free
        nothing           | ''
        decimal comma     | 225,50
        odd groups        | 1,3500
        two points        | 1.350.00
        another currency  | $225
        another code      | USD 225
        two amounts       | 225 + 50
        two minuses       | --225
        not a number      | NaN
        endless           | Infinity
        half an amount    | Rs. 225 only paid half
        absurd exponent   | 1e99999999999
        """)
    void takesNothingElseForAnAmount(String label, String words) {
        assertThat(AmountText.parse(words, RUPEE)).as(label).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"$225, USD, 225", "US$ 225.10, USD, 225.10", "€ 12.00, EUR, 12.00", "R$ 5, BRL, 5", "500 JPY, JPY, 500"
    })
    void knowsTheSignsOfTheSitesCurrency(String words, Currency currency, BigDecimal amount) {
        assertThat(AmountText.parse(words, currency)).contains(amount);
    }
}
