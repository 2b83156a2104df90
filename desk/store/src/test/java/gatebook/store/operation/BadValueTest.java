package gatebook.store.operation;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.store.Desk;
import gatebook.store.Visits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused at the gate: the field at fault is named, nothing is written and no number is taken. */
class BadValueTest {
    private static final String NUL = "a" + (char) 0;
    private static final String HALF = "a" + (char) 0xd83d;

    @TempDir
    private Path folder;

    private Desk desk;
    private Entry inside;
    private List<String> before = List.of();

    @BeforeEach
    void aVehicleInside() {
        desk = Desk.in(folder);
        inside = desk.enter("MH12AB1234");
        before = desk.book().everything();
    }

    @AfterEach
    void nothingWasWrittenAndNoNumberTaken() {
        assertThat(desk.book().everything()).isEqualTo(before);
        assertThat(desk.enter("GJ01X9").ticket().number().text()).isEqualTo("A-00002");
        desk.close();
    }

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource({
        "vehicle_number, NUL, BAD_TEXT",
        "vehicle_number, BLANK, BLANK",
        "vehicle_number, LONG, TOO_LONG",
        "vehicle_type, HALF, BAD_TEXT",
        "vehicle_type, BLANK, BLANK",
        "vehicle_type, LONG, TOO_LONG",
        "transport_name, BLANK, BLANK",
        "transport_name, LONG, TOO_LONG",
        "driver_name, NUL, BAD_TEXT",
        "driver_contact, LONG, TOO_LONG",
        "location, HALF, BAD_TEXT",
        "notes, NUL, BAD_TEXT",
        "notes, LONG, TOO_LONG",
        "created_by, BLANK, BLANK",
        "created_by, HALF, BAD_TEXT",
    })
    void anArrivalNamesItsFieldAtFault(String field, String value, FieldFault fault) {
        Outcome.Refused refused = Desk.refused(desk.register(arrival(field, text(value))));

        assertThat(refused.refusal()).isEqualTo(Refusal.BAD_VALUE);
        assertThat(refused.faults()).extracting(FieldError::field).containsExactly(field);
        assertThat(refused.faults()).extracting(FieldError::code).containsExactly(fault);
    }

    @ParameterizedTest(name = "an entry at {0}")
    @CsvSource({"1969-12-31T23:59:59.999Z", "2200-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void anAbsurdTimeOfEntryIsRefused(String time) {
        Outcome.Refused refused = Desk.refused(desk.arrive("8822", Instant.parse(time)));

        assertThat(refused.faults()).extracting(FieldError::field).containsExactly("entry_time");
        assertThat(refused.faults()).extracting(FieldError::code).containsExactly(FieldFault.ABSURD_TIME);
    }

    @Test
    void aClockOutOfItsMindIsNotWrittenDown() {
        desk.clock().set(Instant.parse("2412-01-01T00:00:00Z"));
        Outcome.Refused refused = Desk.refused(desk.arrive("8822", Desk.MORNING));
        desk.clock().set(Desk.MORNING);

        assertThat(refused.faults()).extracting(FieldError::code).containsOnly(FieldFault.ABSURD_TIME);
    }

    @ParameterizedTest(name = "an exit at {0}")
    @CsvSource({"2200-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void anAbsurdTimeOfExitIsRefused(String time) {
        Outcome.Refused refused = Desk.refused(leave(Instant.parse(time), null, null));

        assertThat(refused.refusal()).isEqualTo(Refusal.BAD_VALUE);
        assertThat(refused.faults()).extracting(FieldError::field).containsExactly("exit_time");
    }

    @Test
    void x1AnExitBeforeTheEntryIsRefused() {
        assertThat(Desk.refused(leave(Desk.MORNING.minusMillis(1), null, null)).refusal())
                .isEqualTo(Refusal.EXIT_BEFORE_ENTRY);
        assertThat(Desk.refused(leave(Instant.MIN, null, null)).refusal()).isEqualTo(Refusal.EXIT_BEFORE_ENTRY);
    }

    @Test
    void theSameVisitIsRefused() {
        assertThat(Desk.refused(desk.arrive("MH12AB1234", Desk.MORNING)).refusal())
                .isEqualTo(Refusal.SAME_VISIT);
    }

    @Test
    void aFeeByHandNeedsAReason() {
        for (String reason : new String[] {null, " ", "N/A"}) {
            assertThat(Desk.refused(leave(null, 100L, reason)).refusal()).isEqualTo(Refusal.REASON_MISSING);
        }
    }

    @Test
    void aNegativeFeeIsRefused() {
        Outcome.Refused refused = Desk.refused(leave(null, -1L, "agreed"));

        assertThat(refused.faults()).extracting(FieldError::code).containsExactly(FieldFault.NEGATIVE);
    }

    @Test
    void aReasonThatCannotBeReadIsRefused() {
        for (String reason : List.of(NUL, HALF, "x".repeat(501))) {
            assertThat(Desk.refused(leave(null, 100L, reason)).refusal()).isEqualTo(Refusal.BAD_VALUE);
            assertThat(Desk.refused(desk.voidEntry(inside.id(), reason)).refusal())
                    .isEqualTo(Refusal.BAD_VALUE);
        }
    }

    @Test
    void anActorThatCannotBeReadIsRefused() {
        for (String actor : List.of(NUL, HALF, " ", "x".repeat(201))) {
            Outcome outcome = new Correct(desk.database(), desk.clock(), desk.ids())
                    .correct(inside.id(), Map.of(Field.NOTES, "x"), actor);
            assertThat(Desk.refused(outcome).refusal()).isEqualTo(Refusal.BAD_VALUE);
        }
    }

    @Test
    void voidingNeedsAReason() {
        for (String reason : List.of("", " ", "n/a")) {
            assertThat(Desk.refused(desk.voidEntry(inside.id(), reason)).refusal())
                    .isEqualTo(Refusal.REASON_MISSING);
        }
    }

    @Test
    void anUnknownEntryIsToldOf() {
        EntryId nobody = new EntryId(new UUID(1, 2));
        assertThat(Desk.refused(desk.voidEntry(nobody, "a mistake")).refusal()).isEqualTo(Refusal.NO_SUCH_ENTRY);
    }

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource({
        "ticket_no, A-00009, NOT_SETTABLE",
        "created_by, Ravi, NOT_SETTABLE",
        "vehicle_number, '', MISSING",
        "entry_time, yesterday, NOT_A_TIME",
        "entry_time, 1969-01-01T00:00:00Z, ABSURD_TIME",
        "exit_time, 2026-01-01T00:00:00Z, EXIT_BEFORE_ENTRY",
        "status, Gone, NOT_ONE_OF",
        "fee, -1, NEGATIVE",
        "fee, 1.005, TOO_PRECISE",
        "fee, 1e30, TOO_LARGE",
        "fee, abc, WRONG_TYPE",
    })
    void aCorrectionNamesItsFieldAtFault(String field, String value, FieldFault fault) {
        Outcome.Refused refused =
                Desk.refused(desk.correct(inside.id(), Field.named(field).orElseThrow(), value));

        assertThat(refused.faults()).extracting(FieldError::field).containsExactly(field);
        assertThat(refused.faults()).extracting(FieldError::code).containsExactly(fault);
    }

    private Outcome leave(@Nullable Instant exit, @Nullable Long fee, @Nullable String reason) {
        return desk.leave(
                inside.id(),
                new Departure(
                        Departure.Settlement.CASH, fee == null ? null : Visits.rupees(fee), reason, exit, "Asha"));
    }

    private static String text(String word) {
        return switch (word) {
            case "NUL" -> NUL;
            case "HALF" -> HALF;
            case "BLANK" -> " ";
            default -> "x".repeat(10_001);
        };
    }

    private static Arrival arrival(String field, String value) {
        return new Arrival(
                field.equals("vehicle_number") ? value : "8822",
                field.equals("vehicle_type") ? value : "Trailer",
                field.equals("transport_name") ? value : "Konkan Carriers",
                field.equals("driver_name") ? value : null,
                field.equals("driver_contact") ? value : null,
                field.equals("location") ? value : null,
                field.equals("notes") ? value : null,
                null,
                field.equals("created_by") ? value : "Asha");
    }
}
