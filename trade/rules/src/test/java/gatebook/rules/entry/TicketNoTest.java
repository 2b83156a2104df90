package gatebook.rules.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNoTest {
    @ParameterizedTest(name = "ticket {1} of desk {0} is {2}")
    @CsvSource({"A, 1, A-00001", "A, 1342, A-01342", "GATE, 123456, GATE-123456"})
    void printsDeskDashAndRunningNumber(String desk, long running, String text) {
        assertThat(TicketNo.of(new DeskCode(desk), running)).hasToString(text);
    }

    @Test
    void countsFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> TicketNo.of(DeskCode.FIRST, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A-1", "ABCDE", "अ"})
    void refusesADeskCodeThatDoesNotFitASlip(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeskCode(text));
    }
}
