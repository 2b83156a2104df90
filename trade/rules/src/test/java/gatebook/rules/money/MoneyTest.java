package gatebook.rules.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final Currency INR = Currency.getInstance("INR");
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest(name = "{0} {1} is {2} minor units")
    @CsvSource({
        "225, INR, 22500",
        "225.5, INR, 22550",
        "225.50000, INR, 22550",
        "0.01, INR, 1",
        "-0.01, INR, -1",
        "225, JPY, 225",
        "1.234, KWD, 1234",
        "99999999.99, INR, 9999999999",
    })
    void readsMajorUnitsExactly(String major, String currency, long minor) {
        assertThat(Money.ofMajor(new BigDecimal(major), Currency.getInstance(currency))
                        .minor())
                .isEqualTo(minor);
    }

    @Test
    void printsExactlyTheCurrencysDecimals() {
        assertThat(new Money(22500, INR).major()).isEqualTo(new BigDecimal("225.00"));
        assertThat(new Money(225, Currency.getInstance("JPY"))).hasToString("225 JPY");
        assertThat(new Money(-5, INR)).hasToString("-0.05 INR");
    }

    @ParameterizedTest(name = "{0} is refused")
    @CsvSource({"100000000", "-100000000", "1E+2147483647", "1E+2147483640", "1E-2147483647"})
    void refusesAnAmountOutOfRangeWithoutWorkingItOut(String major) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ofMajor(new BigDecimal(major), INR));
    }

    @Test
    void refusesMoreDecimalsThanTheCurrencyHas() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofMajor(new BigDecimal("0.005"), INR));
    }

    @Test
    void refusesWhatNobodyPaysWith() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero(Currency.getInstance("XXX")));
    }

    @Test
    void addsSubtractsAndMultipliesInOneCurrency() {
        Money fee = new Money(22500, INR);
        assertThat(fee.plus(new Money(1, INR))).isEqualTo(new Money(22501, INR));
        assertThat(fee.minus(fee).isZero()).isTrue();
        assertThat(Money.zero(INR).minus(fee).isNegative()).isTrue();
        assertThat(fee.times(3)).isEqualTo(new Money(67500, INR));
        assertThat(fee).isGreaterThan(Money.zero(INR));
    }

    @Test
    void neverMixesCurrencies() {
        Money rupees = new Money(1, INR);
        Money dollars = new Money(1, USD);
        assertThatIllegalArgumentException().isThrownBy(() -> rupees.plus(dollars));
        assertThatIllegalArgumentException().isThrownBy(() -> rupees.minus(dollars));
        assertThatIllegalArgumentException().isThrownBy(() -> rupees.compareTo(dollars));
    }

    @Test
    void neverWrapsAround() {
        Money most = new Money(Money.MAX_MINOR, INR);
        assertThatIllegalArgumentException().isThrownBy(() -> most.plus(new Money(1, INR)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(Long.MAX_VALUE));
    }
}
