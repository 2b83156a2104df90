package gatebook.app.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in the form, and where Enter leads. */
final class DraftTest {
    private static final Draft KNOWN = new Draft(Map.of(
            EntryField.VEHICLE_TYPE, "Trailer",
            EntryField.TRANSPORT_NAME, "Konkan Carriers",
            EntryField.DRIVER_NAME, "Ramesh"));

    @Test
    void whatIsKnownFillsOnlyWhatNobodyTyped() {
        Draft typed = Draft.EMPTY.with(EntryField.DRIVER_NAME, "Suresh");
        Draft filled = typed.filledFrom(KNOWN);
        assertThat(filled.text(EntryField.TRANSPORT_NAME)).isEqualTo("Konkan Carriers");
        assertThat(filled.text(EntryField.DRIVER_NAME)).isEqualTo("Suresh");
    }

    @Test
    void whatWasFilledInGoesAndWhatWasTypedStays() {
        Draft filled = Draft.EMPTY.filledFrom(KNOWN).with(EntryField.TRANSPORT_NAME, "Shree");
        Draft left = filled.without(KNOWN);
        assertThat(left.text(EntryField.TRANSPORT_NAME)).isEqualTo("Shree");
        assertThat(left.text(EntryField.DRIVER_NAME)).isEmpty();
    }

    @Test
    void enterLeadsFromTheNumberOfAKnownVehicleToSaving() {
        Draft number = Draft.EMPTY.with(EntryField.VEHICLE_NUMBER, "1234");
        assertThat(number.after(EntryField.VEHICLE_NUMBER)).contains(EntryField.VEHICLE_TYPE);
        assertThat(number.filledFrom(KNOWN).after(EntryField.VEHICLE_NUMBER)).isEmpty();
        assertThat(number.after(EntryField.NOTES)).isEmpty();
    }

    @Test
    void namesThatBeginWithWhatWasTypedStandBeforeThoseThatHoldIt() {
        List<String> names = List.of("Sri Konkan", "Konkan Carriers", "Shree");
        assertThat(Completion.of("kon", names)).containsExactly("Konkan Carriers", "Sri Konkan");
        assertThat(Completion.of("shree", names)).isEmpty();
        assertThat(Completion.of(" ", names)).isEmpty();
    }
}
