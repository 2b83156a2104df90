package gatebook.rules.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryIdTest {
    @Test
    void ordersIdsAsTheyWereMadeEvenPastTheSignBit() {
        EntryId first = new EntryId(new UUID(0x7fff_ffff_ffff_7000L, -1));
        EntryId second = new EntryId(new UUID(0x8000_0000_0000_7000L, 0));
        EntryId third = new EntryId(new UUID(0x8000_0000_0000_7000L, 0x8000_0000_0000_0000L));
        assertThat(first).isLessThan(second);
        assertThat(second).isLessThan(third);
        assertThat(third).isEqualByComparingTo(new EntryId(third.value()));
    }

    @Test
    void readsTheFormItPrints() {
        EntryId id = new EntryId(new UUID(0x0193_abcd_0000_7000L, 0x8000_0000_0000_0001L));
        assertThat(EntryId.parse(id.toString())).contains(id);
        assertThat(EntryId.parse(id.toString().toUpperCase(Locale.ROOT))).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "A-01342",
                "0193abcd-0000-7000-8000-00000000000g",
                "00193abcd-0000-7000-8000-00000000001",
                "0193abcd000070008000000000000001-----",
            })
    void takesNothingElseForAnId(String text) {
        assertThat(EntryId.parse(text)).isEmpty();
    }
}
