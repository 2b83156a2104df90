package gatebook.rules.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {
    @ParameterizedTest(name = "{0} has the key {1} and ends in {2}")
    @CsvSource({
        "MH12AB1234, MH12AB1234, 1234",
        "mh-12 ab 1234, MH12AB1234, 1234",
        "ＭＨ１２ＡＢ１２３４, MH12AB1234, 1234",
        "1234, 1234, 1234",
        "8822, 8822, 8822",
        "7, 7, 7",
        "MH 12 A 7, MH12A7, 12A7",
        "'--', '', ''",
    })
    void givesSpellingsOfOnePlateOneKey(String typed, String key, String lastFour) {
        assertThat(new Plate(typed).key()).isEqualTo(key);
        assertThat(new Plate(typed).lastFour()).isEqualTo(lastFour);
    }

    @Test
    void keepsWhatWasTyped() {
        assertThat(new Plate(" mh-12 ").typed()).isEqualTo(" mh-12 ");
        assertThat(new Plate("mh12")).isNotEqualTo(new Plate("MH12"));
    }

    @Test
    void aPlateThatWasPastedStandsInOneLine() {
        assertThat(Plate.of(" MH12\r\nAB\t1234\n").typed()).isEqualTo("MH12 AB 1234");
        assertThat(Plate.of("MH 12  AB-1234").typed()).isEqualTo("MH 12  AB-1234");
        assertThatIllegalArgumentException().isThrownBy(() -> Plate.of(" \n "));
    }

    @Test
    void keepsTheKeyOfAKey() {
        assertThat(Plate.keyOf(Plate.keyOf("Mh-12 äß 1234"))).isEqualTo(Plate.keyOf("Mh-12 äß 1234"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "123456789012345678901234567890123456789012345678901"})
    void refusesNothingAndTooMuch(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Plate(typed));
    }
}
