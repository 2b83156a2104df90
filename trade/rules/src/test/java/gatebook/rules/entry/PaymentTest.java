package gatebook.rules.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
    @ParameterizedTest(name = "{0} is cash: {1}")
    @CsvSource({"Cash, true", "' CASH ', true", "Online, false", "UPI, false", "Credit Card, false", ", false"})
    void takesEveryWordButCashForOnline(String type, boolean cash) {
        assertThat(new Payment(PaymentStatus.PAID, type).isCash()).isEqualTo(cash);
    }
}
