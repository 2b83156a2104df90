package gatebook.rules.entry;

import static gatebook.rules.Entries.TEN;
import static gatebook.rules.Entries.exit;
import static gatebook.rules.Entries.parked;
import static gatebook.rules.Entries.rupees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import gatebook.rules.refusal.FieldFault;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntryRulesTest {
    private static final Instant ABSURD = Instant.parse("2200-01-01T00:00:00Z");

    @ParameterizedTest
    @MethodSource
    void namesTheFieldAndTheFault(UnaryOperator<Entry> edit, Field field, FieldFault fault) {
        assertThat(EntryRules.faults(edit.apply(parked()))).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field.text());
            assertThat(error.code()).isEqualTo(fault);
            assertThat(error.detail()).isNotBlank();
        });
    }

    static Stream<Arguments> namesTheFieldAndTheFault() {
        return Stream.of(
                row(
                        "serial below zero",
                        e -> e.withTicket(new Ticket(e.ticket().number(), -1)),
                        Field.SERIAL_NUMBER,
                        FieldFault.NEGATIVE),
                row(
                        "ticket with a bell",
                        e -> e.withTicket(new Ticket(new TicketNo("A\u0007"), 1)),
                        Field.TICKET_NO,
                        FieldFault.BAD_TEXT),
                described("blank transporter", d -> d.withTransportName(" "), Field.TRANSPORT_NAME, FieldFault.BLANK),
                described(
                        "long transporter",
                        d -> d.withTransportName("x".repeat(201)),
                        Field.TRANSPORT_NAME,
                        FieldFault.TOO_LONG),
                described(
                        "class with NUL",
                        d -> d.withVehicleType(new VehicleType("a\u0000")),
                        Field.VEHICLE_TYPE,
                        FieldFault.BAD_TEXT),
                row(
                        "plate with DEL",
                        e -> e.withPlate(new Plate("MH\u007f")),
                        Field.VEHICLE_NUMBER,
                        FieldFault.BAD_TEXT),
                described(
                        "long driver", d -> d.withDriverName("x".repeat(201)), Field.DRIVER_NAME, FieldFault.TOO_LONG),
                described(
                        "half a character",
                        d -> d.withDriverContact("\ud83d"),
                        Field.DRIVER_CONTACT,
                        FieldFault.BAD_TEXT),
                described("the other half", d -> d.withLocation("\ude9b!"), Field.LOCATION, FieldFault.BAD_TEXT),
                described("a novel", d -> d.withNotes("x".repeat(10_001)), Field.NOTES, FieldFault.TOO_LONG),
                row(
                        "entry before 1970",
                        e -> e.withEntryTime(Instant.parse("1969-12-31T23:59:59.999Z")),
                        Field.ENTRY_TIME,
                        FieldFault.ABSURD_TIME),
                row("exit in 2200", e -> e.with(exit(ABSURD, 225)), Field.EXIT_TIME, FieldFault.ABSURD_TIME),
                row(
                        "exit before entry",
                        e -> e.with(exit(TEN.minusMillis(1), 225)),
                        Field.EXIT_TIME,
                        FieldFault.EXIT_BEFORE_ENTRY),
                row(
                        "exit without a time",
                        e -> e.with(new Stay(Status.EXITED, null, rupees(0), null, false, null)),
                        Field.EXIT_TIME,
                        FieldFault.EXIT_WITHOUT_TIME),
                row(
                        "fee below zero",
                        e -> e.with(new Stay(Status.PARKED, null, rupees(-1), null, true, null)),
                        Field.FEE,
                        FieldFault.NEGATIVE),
                row(
                        "tariff below zero",
                        e -> e.with(new Stay(Status.PARKED, null, rupees(0), rupees(-1), false, null)),
                        Field.COMPUTED_FEE,
                        FieldFault.NEGATIVE),
                row(
                        "long reason",
                        e -> e.with(new Stay(Status.PARKED, null, rupees(0), null, false, "x".repeat(501))),
                        Field.FEE_REASON,
                        FieldFault.TOO_LONG),
                row(
                        "long payment word",
                        e -> e.with(new Payment(PaymentStatus.PAID, "x".repeat(61))),
                        Field.PAYMENT_TYPE,
                        FieldFault.TOO_LONG),
                row("nobody wrote it", e -> e.with(new Authorship("", TEN, TEN)), Field.CREATED_BY, FieldFault.BLANK),
                row(
                        "written in 2200",
                        e -> e.with(new Authorship("System", ABSURD, TEN)),
                        Field.CREATED_AT,
                        FieldFault.ABSURD_TIME),
                row(
                        "edited in 2200",
                        e -> e.with(e.authorship().touched(ABSURD)),
                        Field.LAST_MODIFIED,
                        FieldFault.ABSURD_TIME));
    }

    private static Arguments row(String label, UnaryOperator<Entry> edit, Field field, FieldFault fault) {
        return argumentSet(label, edit, field, fault);
    }

    private static Arguments described(String label, UnaryOperator<Description> edit, Field field, FieldFault fault) {
        return row(label, e -> e.with(edit.apply(e.description())), field, fault);
    }

    @Test
    void takesAPlainVisitAHalfFinishedOldOneAndEveryScript() {
        Entry halfFinished = parked().with(new Stay(Status.PARKED, TEN, rupees(225), null, false, null));
        Entry hindi = parked().with(parked().description().withNotes("दो टायर\n\tखाली \ud83d\ude9b"));
        assertThat(EntryRules.faults(parked())).isEmpty();
        assertThat(EntryRules.faults(halfFinished)).isEmpty();
        assertThat(EntryRules.faults(hindi)).isEmpty();
        assertThat(EntryRules.faults(parked().with(exit(TEN, 225)))).isEmpty();
    }

    @Test
    void listsEverythingWrongAtOnce() {
        Entry wrong = parked().with(exit(TEN.minusSeconds(1), -225)).with(new Authorship(" ", TEN, TEN));
        assertThat(EntryRules.faults(wrong))
                .extracting(error -> error.field())
                .containsExactly("exit_time", "fee", "computed_fee", "created_by");
    }

    @ParameterizedTest(name = "\"{0}\" says nothing: {1}")
    @CsvSource({"N/A, true", "' n/a ', true", "'', true", "' ', true", "NA, false", "none, false"})
    void hearsNothingInTheOldProgramsEmptyWords(String text, boolean nothing) {
        assertThat(EntryRules.saysNothing(text)).isEqualTo(nothing);
    }

    @Test
    void hearsNothingInNullAndInAClassWithoutAName() {
        assertThat(EntryRules.saysNothing(null)).isTrue();
        assertThat(EntryRules.saysNothing(new VehicleType("N/A"))).isTrue();
        assertThat(EntryRules.saysNothing(new VehicleType("Trailer"))).isFalse();
        assertThat(EntryRules.saysNothing(rupees(0))).isFalse();
    }
}
