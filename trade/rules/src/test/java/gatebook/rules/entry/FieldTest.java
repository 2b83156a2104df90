package gatebook.rules.entry;

import static gatebook.rules.Entries.NOON;
import static gatebook.rules.Entries.TEN;
import static gatebook.rules.Entries.paid;
import static gatebook.rules.Entries.parked;
import static gatebook.rules.Entries.rupees;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldTest {
    /** Differs from the plain visit in every field. */
    private static final Entry OTHER = new Entry(
            new EntryId(new UUID(1, 2)),
            new Ticket(new TicketNo("B-00007"), 7),
            new Plate("8822"),
            TEN.plusSeconds(60),
            new Description("Sagar", new VehicleType("6 Wheeler"), "Ravi", "98", "Bay 2", "tyres"),
            new Stay(Status.EXITED, NOON, rupees(200), rupees(150), true, "agreed"),
            paid("Cash"),
            new Authorship("Asha", TEN.plusSeconds(60), NOON));

    @ParameterizedTest
    @EnumSource
    void copiesItselfWithItsGroupAndNothingElse(Field field) {
        Entry copied = field.copy(parked(), OTHER);
        assertThat(differingFrom(parked(), copied)).isEqualTo(moving(field));
        moving(field).forEach(moved -> assertThat(moved.in(copied)).isEqualTo(moved.in(OTHER)));
    }

    private static Set<Field> moving(Field field) {
        return switch (field.group()) {
            case IDENTITY -> Set.of();
            case DESCRIPTION -> Set.of(field);
            case PLATE, ENTRY_TIME, STAY, PAYMENT ->
                Arrays.stream(Field.values())
                        .filter(other -> other.group() == field.group())
                        .collect(Collectors.toSet());
        };
    }

    private static Set<Field> differingFrom(Entry one, Entry other) {
        return Arrays.stream(Field.values())
                .filter(field -> !Objects.equals(field.in(one), field.in(other)))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsOneName(Field field) {
        assertThat(Field.named(field.text())).contains(field);
        assertThat(differingFrom(parked(), OTHER)).contains(field);
    }

    @Test
    void isNotGuessedFromAnotherName() {
        assertThat(Field.named("Fee")).isEmpty();
        assertThat(Field.named("parking_fee")).isEmpty();
    }

    @Test
    void movesTheGroupsTogetherThatMakeSenseTogether() {
        assertThat(moving(Field.FEE))
                .extracting(Field::text)
                .containsExactlyInAnyOrder(
                        "status", "exit_time", "fee", "computed_fee", "fee_manually_set", "fee_reason");
        assertThat(moving(Field.PAYMENT_TYPE))
                .extracting(Field::text)
                .containsExactlyInAnyOrder("payment_status", "payment_type");
    }

    @Test
    void holdsTimesToTheMillisecondSoThatAnImageReadBackIsEqual() {
        Entry precise = parked().withEntryTime(TEN.plusNanos(1_999_999));
        assertThat(precise.entryTime()).isEqualTo(TEN.plusMillis(1));
        assertThat(new Authorship("System", TEN.plusNanos(1), TEN.plusNanos(1)))
                .isEqualTo(new Authorship("System", TEN, TEN));
        assertThat(new Stay(Status.EXITED, TEN.plusNanos(1), rupees(0), null, false, null).exitTime())
                .isEqualTo(TEN);
    }
}
