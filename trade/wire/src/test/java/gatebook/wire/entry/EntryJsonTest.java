package gatebook.wire.entry;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.Golden;
import gatebook.wire.Samples;
import gatebook.wire.json.Decoded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryJsonTest {
    private static final String LEAST = """
            {"transport_name":"Konkan Carriers","vehicle_type":"Trailer","vehicle_number":"1234",
             "entry_time":"2026-11-22T06:40:10.536Z"%s}""";

    @Test
    void isWrittenAsReleasedVersionsWroteIt() {
        Golden.assertWritten("entry-parked.json", EntryJson.encode(Samples.parked()));
        Golden.assertWritten("entry-exited.json", EntryJson.encode(Samples.exited()));
    }

    @Test
    void readsBackWhatItWrote() {
        for (Entry entry : List.of(Samples.parked(), Samples.exited())) {
            assertThat(EntryJson.decode(EntryJson.encode(entry), Samples.DEFAULTS))
                    .isEqualTo(new Decoded.Read<>(entry));
        }
    }

    @Test
    void fillsWhatIsLeftOutAsTheSchemaDoes() {
        Entry entry = read(LEAST.formatted(""));
        assertThat(entry.id()).isEqualTo(Samples.ID);
        assertThat(entry.isInside()).isTrue();
        assertThat(entry.stay().fee().isZero()).isTrue();
        assertThat(entry.authorship().createdBy()).isEqualTo("System");
        assertThat(entry.authorship().lastModified()).isEqualTo(Samples.IN);
        assertThat(entry.ticket().number().text()).isEqualTo("W-456789AB");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-11-22T12:10:10.536+05:30, 2026-11-22T06:40:10.536Z",
        "2026-11-22T12:10:10.536, 2026-11-22T06:40:10.536Z",
        "2026-11-22T12:10:10, 2026-11-22T06:40:10Z",
        "2026-11-22T06:40:10.536999Z, 2026-11-22T06:40:10.536Z"
    })
    void takesATimeWithAnOffsetOrInTheSitesZone(String given, Instant meant) {
        assertThat(read(LEAST.replace("2026-11-22T06:40:10.536Z", given).formatted(""))
                        .entryTime())
                .isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0} names {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`,\"fee\":-5`|fee|NEGATIVE",
                "`,\"fee\":\"225\"`|fee|WRONG_TYPE",
                "`,\"fee\":1.005`|fee|TOO_PRECISE",
                "`,\"fee\":1e40`|fee|TOO_LARGE",
                "`,\"fee\":1e-2147483647`|fee|TOO_LARGE",
                "`,\"fee\":100000000`|fee|TOO_LARGE",
                "`,\"fee\":true`|fee|WRONG_TYPE",
                "`,\"fee\":{\"a\":[1]}`|fee|WRONG_TYPE",
                "`,\"nots\":\"x\"`|nots|UNKNOWN_FIELD",
                "`,\"notes\":\"x\",\"notes\":\"y\"`|notes|DUPLICATE_FIELD",
                "`,\"notes\":\"a\\u0000b\"`|notes|BAD_TEXT",
                "`,\"notes\":\"a\\ud800b\"`|notes|BAD_TEXT",
                "`,\"notes\":7`|notes|WRONG_TYPE",
                "`,\"status\":\"parked\"`|status|NOT_ONE_OF",
                "`,\"status\":\"Exited\"`|exit_time|EXIT_WITHOUT_TIME",
                "`,\"exit_time\":\"2026-11-21T00:00:00Z\"`|exit_time|EXIT_BEFORE_ENTRY",
                "`,\"exit_time\":\"yesterday\"`|exit_time|NOT_A_TIME",
                "`,\"exit_time\":\"9999-01-01T00:00:00Z\"`|exit_time|ABSURD_TIME",
                "`,\"payment_status\":\"Owed\"`|payment_status|NOT_ONE_OF",
                "`,\"fee_manually_set\":\"yes\"`|fee_manually_set|WRONG_TYPE",
                "`,\"uuid\":\"17\"`|uuid|NOT_A_UUID",
                "`,\"uuid\":\"0193a0c2-4d2e-7a10-8f10-ffffffffffff\"`|uuid|CONTRADICTS",
                "`,\"serial_number\":1.5`|serial_number|WRONG_TYPE",
                "`,\"serial_number\":-1`|serial_number|NEGATIVE",
                "`,\"serial_number\":99999999999999999999`|serial_number|TOO_LARGE",
                "`,\"ticket_no\":\"\"`|ticket_no|BLANK",
                "`,\"sync_status\":\"synced\"`|sync_status|UNKNOWN_FIELD"
            })
    void namesTheFieldAtFault(String more, String field, FieldFault fault) {
        assertThat(faults(LEAST.formatted(more)))
                .extracting(FieldError::field, FieldError::code)
                .contains(org.assertj.core.groups.Tuple.tuple(field, fault));
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        assertThat(faults("{\"vehicle_number\":null}"))
                .extracting(FieldError::field)
                .containsExactly("transport_name", "vehicle_type", "vehicle_number", "entry_time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "{", "{}{}", "null", "[]", "\"x\"", "{\"fee\":01}", "{\"fee\":NaN}", "\u0000", "{'a':1}"
            })
    void refusesWhatIsNotOneObject(String text) {
        assertThat(EntryJson.decode(text, Samples.DEFAULTS)).isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void refusesNestingWithoutEnd() {
        String deep = "{\"notes\":" + "[".repeat(100_000);
        assertThat(EntryJson.decode(deep, Samples.DEFAULTS)).isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void refusesNotesOfTenMegabytesByName() {
        String long10M = "x".repeat(10_000_000);
        assertThat(faults(LEAST.formatted(",\"notes\":\"" + long10M + "\"")))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("notes", FieldFault.TOO_LONG));
    }

    @Test
    void letsANewEntryBringItsId() {
        UUID own = UUID.fromString("0193a0c2-4d2e-7a10-8f10-ffffffffffff");
        EntryDefaults suggested = new EntryDefaults(
                Samples.ID, EntryDefaults.IdRule.SUGGESTED, Samples.IN, "System", Samples.ZONE, Samples.INR);
        Entry entry = EntryJson.decode(LEAST.formatted(",\"uuid\":\"" + own + "\""), suggested)
                .orDamaged("test");
        assertThat(entry.id()).isEqualTo(new EntryId(own));
    }

    @Test
    void keepsAnAmountExact() {
        assertThat(read(LEAST.formatted(",\"fee\":0.1")).stay().fee().major()).isEqualTo(new BigDecimal("0.10"));
        assertThat(read(LEAST.formatted(",\"fee\":99999999.99")).stay().fee().minor())
                .isEqualTo(9_999_999_999L);
    }

    private static Entry read(String json) {
        return EntryJson.decode(json, Samples.DEFAULTS).orDamaged("test");
    }

    private static List<FieldError> faults(String json) {
        return switch (EntryJson.decode(json, Samples.DEFAULTS)) {
            case Decoded.Refused<Entry>(List<FieldError> faults) -> faults;
            case Decoded.Read<Entry>(Entry entry) -> throw new AssertionError("was taken: " + entry);
        };
    }
}
