package gatebook.rules.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class YardTest {
    @Test
    void holdsTheFirstYardsNumbers() {
        Yard yard = Yard.first();
        assertThat(yard.zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
        assertThat(yard.capacity()).isEqualTo(100);
        assertThat(yard.overstayAfter()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void countsRatesInTheCurrencysOwnMinorUnits() {
        Currency yen = Currency.getInstance("JPY");
        assertThat(Yard.of(ZoneId.of("Asia/Tokyo"), yen).rates().rate(new VehicleType("Trailer")))
                .isEqualTo(new Money(225, yen));
    }

    @Test
    void refusesAYardWithoutPlacesOrAnOverstayBeforeEntry() {
        Yard yard = Yard.first();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Yard(yard.zone(), yard.currency(), 0, yard.overstayAfter(), yard.rates()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Yard(yard.zone(), yard.currency(), 1, Duration.ofHours(-1), yard.rates()));
    }
}
