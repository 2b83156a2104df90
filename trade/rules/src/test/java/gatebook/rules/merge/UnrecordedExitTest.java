package gatebook.rules.merge;

import static gatebook.rules.Entries.NOON;
import static gatebook.rules.Entries.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.Entries;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.VehicleType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnrecordedExitTest {
    private static final Entry EARLIER = Entries.parked();
    private static final Entry LATER = another(EARLIER).withEntryTime(NOON);

    private static Entry another(Entry entry) {
        return new Entry(
                new EntryId(new UUID(7, 7)),
                entry.ticket(),
                entry.plate(),
                entry.entryTime(),
                entry.description(),
                entry.stay(),
                entry.payment(),
                entry.authorship());
    }

    @Test
    void theEarlierOfTwoArrivalsIsAskedAbout() {
        assertThat(UnrecordedExit.among(List.of(LATER, EARLIER))).containsExactly(EARLIER.id());
        assertThat(UnrecordedExit.among(List.of(LATER.withPlate(new Plate("mh-12 ab 1234")), EARLIER)))
                .containsExactly(EARLIER.id());
    }

    @Test
    void oneArrivalWrittenTwiceIsNot() {
        Entry minutesLater = LATER.withEntryTime(TEN.plusSeconds(600));
        assertThat(UnrecordedExit.among(List.of(minutesLater, EARLIER))).isEmpty();
    }

    @Test
    void norIsAVehicleOfAnotherClassOrPlateOrOneThatLeft() {
        Entry scooter = LATER.with(LATER.description().withVehicleType(new VehicleType("2 Wheeler")));
        Entry stranger = LATER.withPlate(new Plate("GJ01XY4321"));
        Entry left = EARLIER.with(Entries.exit(NOON, 225));
        assertThat(UnrecordedExit.among(List.of(scooter, EARLIER))).isEmpty();
        assertThat(UnrecordedExit.among(List.of(stranger, EARLIER))).isEmpty();
        assertThat(UnrecordedExit.among(List.of(LATER, left))).isEmpty();
    }
}
