package gatebook.wire.entry;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.Samples;
import gatebook.wire.json.Decoded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntryEditTest {
    @Test
    void setsWhatWasTypedAndLeavesTheRest() {
        Entry edited = read(Map.of(Field.NOTES, " two axles ", Field.FEE, "150", Field.DRIVER_NAME, ""));
        assertThat(edited.description().notes()).isEqualTo("two axles");
        assertThat(edited.description().driverName()).isNull();
        assertThat(edited.stay().fee().minor()).isEqualTo(15_000);
        assertThat(edited.plate()).isEqualTo(Samples.exited().plate());
    }

    @Test
    void takesABareTimeInTheSitesZone() {
        assertThat(read(Map.of(Field.ENTRY_TIME, "2026-11-22T12:00:00")).entryTime())
                .isEqualTo("2026-11-22T06:30:00Z");
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "FEE, abc, WRONG_TYPE",
        "FEE, 1e999999999, WRONG_TYPE",
        "FEE, -1, NEGATIVE",
        "FEE_MANUALLY_SET, maybe, WRONG_TYPE",
        "VEHICLE_NUMBER, '', MISSING",
        "EXIT_TIME, tomorrow, NOT_A_TIME",
        "STATUS, Gone, NOT_ONE_OF",
        "UUID, 0193a0c2-4d2e-7a10-8f10-ffffffffffff, NOT_SETTABLE",
        "TICKET_NO, B-1, NOT_SETTABLE"
    })
    void refusesByName(Field field, String typed, FieldFault fault) {
        assertThat(EntryEdit.apply(Samples.exited(), Map.of(field, typed), Samples.ZONE))
                .isInstanceOfSatisfying(Decoded.Refused.class, refused -> {
                    FieldError first = (FieldError) refused.faults().getFirst();
                    assertThat(first.field()).isEqualTo(field.text());
                    assertThat(first.code()).isEqualTo(fault);
                });
    }

    private static Entry read(Map<Field, String> typed) {
        return switch (EntryEdit.apply(Samples.exited(), typed, Samples.ZONE)) {
            case Decoded.Read<Entry>(Entry entry) -> entry;
            case Decoded.Refused<Entry>(List<FieldError> faults) -> throw new AssertionError(faults.toString());
        };
    }
}
