package gatebook.rules.merge;

import static gatebook.rules.Entries.NOON;
import static gatebook.rules.Entries.TEN;
import static gatebook.rules.Entries.byHand;
import static gatebook.rules.Entries.computed;
import static gatebook.rules.Entries.edited;
import static gatebook.rules.Entries.exit;
import static gatebook.rules.Entries.paid;
import static gatebook.rules.Entries.parked;
import static gatebook.rules.Entries.pending;
import static gatebook.rules.Entries.refunded;
import static gatebook.rules.merge.ConflictType.BUSINESS_RULE_VIOLATION;
import static gatebook.rules.merge.ConflictType.DATA_INCONSISTENCY;
import static gatebook.rules.merge.Strategy.LOCAL_WINS;
import static gatebook.rules.merge.Strategy.MERGE_INTELLIGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import gatebook.rules.Entries;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.Plate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of the conflict table that one decision settles: desk A's change is at the cloud, desk B decides, and edited
 * five minutes after A. Labels without an id are neighbours of the row above them.
 */
class ConflictTableTest {
    private static final Entry PARKED = parked();
    private static final Entry NOTED = Entries.notes(PARKED, "old");
    private static final Entry EXITED = PARKED.with(exit(NOON, 225));
    private static final Entry PAID = EXITED.with(paid("Cash"));
    private static final Instant LATER = NOON.plusSeconds(120);
    private static final Edit EXIT_PAID = exits(NOON, 225).then(pays("Cash"));

    /** What a desk does to an entry, or the entry that comes out of it. */
    interface Edit {
        Entry of(Entry entry);

        default Edit then(Edit next) {
            return entry -> next.of(of(entry));
        }
    }

    @ParameterizedTest
    @MethodSource
    void keepsBothChangesWithoutAConflict(Entry base, Edit a, Edit b) {
        Verdict merged = new Verdict.Merged(
                edited(a.then(b).of(base), 10), List.of(), ConflictType.VERSION_MISMATCH, MERGE_INTELLIGENT);
        assertThat(decide(base, a, b)).isEqualTo(merged);
        assertThat(decide(base, b, a)).isEqualTo(merged);
    }

    static Stream<Arguments> keepsBothChangesWithoutAConflict() {
        Edit five = plate("MH12AB1235")
                .then(enters(TEN.minusSeconds(600)))
                .then(notes("a"))
                .then(type("6 Wheeler"))
                .then(payment(pending()));
        return Stream.of(
                argumentSet("V1 notes | driver_contact", PARKED, notes("a"), contact("98")),
                argumentSet("V5 driver_name | exit, paid", PARKED, driver("Ravi"), EXIT_PAID),
                argumentSet("V7 plate corrected | exit, paid", PARKED, plate("MH12AB1235"), EXIT_PAID),
                argumentSet("V11 entry_time corrected | notes", PARKED, enters(TEN.minusSeconds(600)), notes("a")),
                argumentSet("V13 five edits | another field", PARKED, five, contact("98")),
                argumentSet(
                        "class changed | exit by hand, paid", PARKED, type("6 Wheeler"), EXIT_PAID.then(charges(200))),
                argumentSet(
                        "exited before | paid and notes",
                        EXITED,
                        notes("a"),
                        pays("Cash").then(contact("98"))),
                argumentSet("a payment taken back | notes", PAID, payment(Payment.NONE), notes("a")));
    }

    @ParameterizedTest
    @MethodSource
    void keepsOneValueAndRecordsTheOther(Entry base, Edit a, Edit b, Kept kept) {
        assertThat(decide(base, a, b)).isInstanceOfSatisfying(Verdict.Merged.class, merged -> {
            assertThat(edited(merged.result(), 0)).isEqualTo(edited(kept.of().of(base), 0));
            assertThat(merged.overlaps()).isEqualTo(kept.overlaps());
            assertThat(merged.type()).isEqualTo(ConflictType.VERSION_MISMATCH);
            assertThat(merged.strategy()).isEqualTo(kept.strategy());
        });
    }

    /** What comes out, beside what is recorded of the conflict. */
    record Kept(Edit of, Strategy strategy, List<Field> overlaps) {}

    private static Kept kept(Edit of, Strategy strategy, Field... overlaps) {
        return new Kept(of, strategy, List.of(overlaps));
    }

    static Stream<Arguments> keepsOneValueAndRecordsTheOther() {
        return Stream.concat(describedTwice(), Stream.concat(chargedTwice(), exitedTwice()));
    }

    private static Stream<Arguments> describedTwice() {
        Edit unpaid = exits(NOON, 225).then(transport("b"));
        return Stream.of(
                argumentSet(
                        "V3 notes a | notes b",
                        PARKED,
                        notes("a"),
                        notes("b"),
                        kept(notes("b"), MERGE_INTELLIGENT, Field.NOTES)),
                argumentSet(
                        "V4 notes a | notes null",
                        NOTED,
                        notes("a"),
                        notes(null),
                        kept(notes("a"), MERGE_INTELLIGENT, Field.NOTES)),
                argumentSet(
                        "notes a | notes N/A",
                        NOTED,
                        notes("a"),
                        notes(" n/a"),
                        kept(notes("a"), MERGE_INTELLIGENT, Field.NOTES)),
                argumentSet(
                        "notes null | notes b",
                        NOTED,
                        notes(null),
                        notes("b"),
                        kept(notes("b"), MERGE_INTELLIGENT, Field.NOTES)),
                argumentSet(
                        "V6 transport_name | exit unpaid, transport_name",
                        PARKED,
                        transport("a"),
                        unpaid,
                        kept(unpaid, MERGE_INTELLIGENT, Field.TRANSPORT_NAME)),
                argumentSet(
                        "V12 entry_time | entry_time",
                        PARKED,
                        enters(TEN.minusSeconds(60)),
                        enters(TEN.minusSeconds(120)),
                        kept(enters(TEN.minusSeconds(120)), LOCAL_WINS, Field.ENTRY_TIME)),
                argumentSet(
                        "plate | plate",
                        PARKED,
                        plate("A"),
                        plate("B"),
                        kept(plate("B"), LOCAL_WINS, Field.VEHICLE_NUMBER)));
    }

    private static Stream<Arguments> chargedTwice() {
        Edit oldType = type("6 Wheeler").then(EXIT_PAID);
        Edit agreed = exits(NOON, 225).then(charges(200));
        Edit crane = computes(225).then(type("Crane"));
        Edit takenBack = e -> e.with(PARKED.stay());
        Entry cheap = EXITED.with(computed(EXITED.stay(), 150));
        return Stream.of(
                argumentSet(
                        "V8 by hand 200 | by hand 150",
                        EXITED,
                        charges(200),
                        charges(150),
                        kept(charges(150), LOCAL_WINS, Field.FEE)),
                argumentSet(
                        "V9 by hand 200 | computed from another class",
                        cheap,
                        charges(200),
                        crane,
                        kept(crane.then(charges(200)), MERGE_INTELLIGENT, Field.FEE)),
                argumentSet(
                        "computed from another class | by hand 200",
                        cheap,
                        crane,
                        charges(200),
                        kept(crane.then(charges(200)), LOCAL_WINS, Field.FEE)),
                argumentSet(
                        "V9 by hand while inside | exit at the tariff",
                        PARKED,
                        charges(200),
                        exits(NOON, 225),
                        kept(agreed, MERGE_INTELLIGENT, Field.FEE)),
                argumentSet(
                        "exit at the tariff | by hand while inside",
                        PARKED,
                        exits(NOON, 225),
                        charges(200),
                        kept(agreed, LOCAL_WINS, Field.FEE)),
                argumentSet(
                        "V10 class changed | exit at the old fee, paid",
                        PARKED,
                        type("6 Wheeler"),
                        EXIT_PAID,
                        kept(oldType, LOCAL_WINS, Field.VEHICLE_TYPE, Field.FEE)),
                argumentSet(
                        "exit at the old fee, paid | class changed",
                        PARKED,
                        EXIT_PAID,
                        type("6 Wheeler"),
                        kept(oldType, MERGE_INTELLIGENT, Field.VEHICLE_TYPE, Field.FEE)),
                argumentSet(
                        "entry_time corrected | exit at the old fee",
                        PARKED,
                        enters(TEN.minusSeconds(90_000)),
                        exits(NOON, 225),
                        kept(
                                enters(TEN.minusSeconds(90_000)).then(exits(NOON, 225)),
                                MERGE_INTELLIGENT,
                                Field.ENTRY_TIME,
                                Field.FEE)),
                argumentSet(
                        "fee computed anew | exit taken back",
                        EXITED,
                        computes(150),
                        takenBack,
                        kept(takenBack, LOCAL_WINS, Field.FEE, Field.COMPUTED_FEE)),
                argumentSet("exit by hand | exit at the tariff", PARKED, agreed, exits(LATER, 225), exitKept()));
    }

    private static Kept exitKept() {
        return kept(e -> e.with(byHand(exit(LATER, 225), 200)), MERGE_INTELLIGENT, Field.EXIT_TIME, Field.FEE);
    }

    private static Stream<Arguments> exitedTwice() {
        List<Field> paidTwice = List.of(Field.EXIT_TIME, Field.PAYMENT_STATUS, Field.PAYMENT_TYPE);
        return Stream.of(
                argumentSet(
                        "M3 exit, paid | exit, unpaid",
                        PARKED,
                        EXIT_PAID,
                        exits(LATER, 225),
                        new Kept(EXIT_PAID, MERGE_INTELLIGENT, paidTwice)),
                argumentSet(
                        "M3 turned round: exit, unpaid | exit, paid",
                        PARKED,
                        exits(LATER, 225),
                        EXIT_PAID,
                        new Kept(EXIT_PAID, LOCAL_WINS, paidTwice)),
                argumentSet(
                        "paid | pending",
                        EXITED,
                        pays("Cash"),
                        payment(pending()),
                        kept(pays("Cash"), MERGE_INTELLIGENT, Field.PAYMENT_STATUS)),
                argumentSet(
                        "exit unpaid | exit unpaid, a day later",
                        PARKED,
                        exits(NOON, 225),
                        exits(NOON.plusSeconds(86_400), 450),
                        kept(
                                exits(NOON.plusSeconds(86_400), 450),
                                LOCAL_WINS,
                                Field.EXIT_TIME,
                                Field.FEE,
                                Field.COMPUTED_FEE)));
    }

    @ParameterizedTest
    @MethodSource
    void asksAPersonWhicheverDeskDecides(Entry base, Edit a, Edit b, ConflictType type, List<Field> fields) {
        Verdict ask = new Verdict.AskPerson(type, fields);
        assertThat(decide(base, a, b)).isEqualTo(ask);
        assertThat(decide(base, b, a)).isEqualTo(ask);
    }

    static Stream<Arguments> asksAPersonWhicheverDeskDecides() {
        return Stream.of(
                asks(
                        "M1 exit, 225 Cash | the same two minutes later",
                        PARKED,
                        EXIT_PAID,
                        exits(LATER, 225).then(pays("Cash")),
                        BUSINESS_RULE_VIOLATION,
                        Field.EXIT_TIME,
                        Field.FEE,
                        Field.PAYMENT_STATUS),
                asks(
                        "M1 on a vehicle that had left unpaid",
                        EXITED,
                        pays("Cash"),
                        pays("Cash"),
                        BUSINESS_RULE_VIOLATION,
                        Field.FEE,
                        Field.PAYMENT_STATUS),
                asks(
                        "M2 exit, 225 Cash | exit, 200 Online",
                        PARKED,
                        EXIT_PAID,
                        exits(NOON, 225).then(charges(200)).then(pays("Online")),
                        BUSINESS_RULE_VIOLATION,
                        Field.FEE,
                        Field.FEE_MANUALLY_SET,
                        Field.FEE_REASON,
                        Field.PAYMENT_STATUS,
                        Field.PAYMENT_TYPE),
                asks(
                        "M4 paid | refunded",
                        EXITED,
                        pays("Cash"),
                        payment(refunded()),
                        BUSINESS_RULE_VIOLATION,
                        Field.FEE,
                        Field.PAYMENT_STATUS),
                asks(
                        "M4 paid another way | refunded",
                        PAID,
                        pays("Online"),
                        payment(refunded()),
                        BUSINESS_RULE_VIOLATION,
                        Field.FEE,
                        Field.PAYMENT_STATUS,
                        Field.PAYMENT_TYPE),
                asks(
                        "refunded | refunded",
                        PAID,
                        payment(refunded()),
                        payment(refunded()),
                        BUSINESS_RULE_VIOLATION,
                        Field.FEE,
                        Field.PAYMENT_STATUS),
                asks(
                        "M6 paid 225 | by hand 150",
                        EXITED,
                        pays("Cash"),
                        charges(150),
                        BUSINESS_RULE_VIOLATION,
                        Field.FEE,
                        Field.FEE_MANUALLY_SET,
                        Field.FEE_REASON,
                        Field.PAYMENT_STATUS,
                        Field.PAYMENT_TYPE),
                asks(
                        "the amount of a payment set anew | the payment taken back",
                        PAID,
                        charges(150),
                        payment(Payment.NONE),
                        BUSINESS_RULE_VIOLATION,
                        Field.FEE,
                        Field.FEE_MANUALLY_SET,
                        Field.FEE_REASON,
                        Field.PAYMENT_STATUS,
                        Field.PAYMENT_TYPE),
                asks(
                        "X1 exit at 12:00 | entry_time 13:00",
                        PARKED,
                        exits(NOON, 225),
                        enters(NOON.plusSeconds(3600)),
                        DATA_INCONSISTENCY,
                        Field.ENTRY_TIME,
                        Field.EXIT_TIME,
                        Field.FEE));
    }

    private static Arguments asks(String label, Entry base, Edit a, Edit b, ConflictType type, Field... fields) {
        return argumentSet(label, base, a, b, type, List.of(fields));
    }

    @ParameterizedTest
    @MethodSource
    void asksAPersonBeforeAVoidMeetsAChange(Entry base, Edit change, ConflictType type, List<Field> fields) {
        Verdict ask = new Verdict.AskPerson(type, fields);
        assertThat(Merge.decide(known(base), new Image.Voided(), image(change.of(base), 5), Policy.DEFAULT))
                .isEqualTo(ask);
        assertThat(Merge.decide(known(base), image(change.of(base), 5), new Image.Voided(), Policy.DEFAULT))
                .isEqualTo(ask);
    }

    static Stream<Arguments> asksAPersonBeforeAVoidMeetsAChange() {
        List<Field> paidExit = List.of(
                Field.EXIT_TIME, Field.STATUS, Field.FEE, Field.COMPUTED_FEE, Field.PAYMENT_STATUS, Field.PAYMENT_TYPE);
        return Stream.of(
                argumentSet("M5 exit, paid | delete", PARKED, EXIT_PAID, BUSINESS_RULE_VIOLATION, paidExit),
                argumentSet("D1 delete | notes", PARKED, notes("a"), DATA_INCONSISTENCY, List.of(Field.NOTES)),
                argumentSet(
                        "D1 delete of a paid exit | notes",
                        PAID,
                        notes("a"),
                        DATA_INCONSISTENCY,
                        List.of(Field.NOTES)));
    }

    @Test
    void v2TakesTheSameChangeOnBothSidesAsOne() {
        assertThat(decide(PARKED, notes("x"), notes("x"))).isEqualTo(new Verdict.TakeRemote());
        assertThat(Merge.decide(known(PARKED), image(NOTED, 5), image(NOTED, 5), Policy.DEFAULT))
                .isEqualTo(new Verdict.Same());
    }

    @Test
    void d2LeavesARecordVoidedThatBothVoided() {
        assertThat(Merge.decide(known(PARKED), new Image.Voided(), new Image.Voided(), Policy.DEFAULT))
                .isEqualTo(new Verdict.Same());
    }

    @Test
    void d3LetsAVoidThroughWhereNobodyElseDidAnything() {
        Image touched = image(PARKED, 5);
        assertThat(Merge.decide(known(PARKED), touched, new Image.Voided(), Policy.DEFAULT))
                .isEqualTo(new Verdict.TakeRemote());
        assertThat(Merge.decide(known(PARKED), new Image.Voided(), touched, Policy.DEFAULT))
                .isEqualTo(new Verdict.KeepLocal());
    }

    @Test
    void letsThroughARecordThatAPersonBroughtBack() {
        Optional<Image> voided = Optional.of(new Image.Voided());
        assertThat(Merge.decide(voided, new Image.Voided(), image(PARKED, 5), Policy.DEFAULT))
                .isEqualTo(new Verdict.TakeRemote());
        assertThat(Merge.decide(voided, image(PARKED, 5), new Image.Voided(), Policy.DEFAULT))
                .isEqualTo(new Verdict.KeepLocal());
    }

    @Test
    void r5SettlesNotesOfThreeDesksOnOneValue() {
        Entry atA = edited(notes("a").of(PARKED), 1);
        Entry atB = merged(decideOn(PARKED, edited(notes("b").of(PARKED), 2), atA));
        Entry atC = merged(decideOn(PARKED, edited(notes("c").of(PARKED), 3), atB));
        assertThat(atC.description().notes()).isEqualTo("c");
        assertThat(decideOn(atA, atA, atC)).isEqualTo(new Verdict.TakeRemote());
        assertThat(decideOn(atB, atB, atC)).isEqualTo(new Verdict.TakeRemote());
        assertThat(decideOn(atC, atC, atC)).isEqualTo(new Verdict.Same());
    }

    private static Verdict decide(Entry base, Edit a, Edit b) {
        return decideOn(base, edited(b.of(base), 10), edited(a.of(base), 5));
    }

    private static Verdict decideOn(Entry base, Entry local, Entry remote) {
        return Merge.decide(known(base), new Image.Present(local), new Image.Present(remote), Policy.DEFAULT);
    }

    private static Entry merged(Verdict verdict) {
        return ((Verdict.Merged) verdict).result();
    }

    private static Optional<Image> known(Entry base) {
        return Optional.of(new Image.Present(base));
    }

    private static Image image(Entry entry, int minutes) {
        return new Image.Present(edited(entry, minutes));
    }

    private static Edit notes(String text) {
        return entry -> Entries.notes(entry, text);
    }

    private static Edit type(String name) {
        return entry -> Entries.type(entry, name);
    }

    private static Edit transport(String name) {
        return entry -> entry.with(entry.description().withTransportName(name));
    }

    private static Edit driver(String name) {
        return entry -> entry.with(entry.description().withDriverName(name));
    }

    private static Edit contact(String contact) {
        return entry -> entry.with(entry.description().withDriverContact(contact));
    }

    private static Edit plate(String typed) {
        return entry -> entry.withPlate(new Plate(typed));
    }

    private static Edit enters(Instant at) {
        return entry -> entry.withEntryTime(at);
    }

    private static Edit exits(Instant at, long fee) {
        return entry -> entry.with(exit(at, fee));
    }

    private static Edit charges(long fee) {
        return entry -> entry.with(byHand(entry.stay(), fee));
    }

    private static Edit computes(long fee) {
        return entry -> entry.with(computed(entry.stay(), fee));
    }

    private static Edit pays(String type) {
        return payment(paid(type));
    }

    private static Edit payment(Payment payment) {
        return entry -> entry.with(payment);
    }
}
