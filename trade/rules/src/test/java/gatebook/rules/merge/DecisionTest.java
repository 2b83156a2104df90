package gatebook.rules.merge;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.Entries;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Payment;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Decision LOCAL = new Decision.KeepLocal();
    private static final Decision REMOTE = new Decision.AcceptRemote();
    private static final Entry BASE = Entries.parked();
    private static final Entry OURS = BASE.with(Entries.exit(Entries.NOON, 225)).with(Entries.paid("Cash"));
    private static final Entry THEIRS =
            BASE.with(Entries.exit(Entries.NOON.plusSeconds(120), 200)).with(Entries.paid("Online"));
    private static final List<Field> TILL = List.of(Field.FEE, Field.PAYMENT_STATUS);

    @Test
    void keptLocalTheTillIsOurs() {
        Entry stands = stands(LOCAL.between(images(BASE, OURS, THEIRS), Policy.DEFAULT, TILL));
        assertThat(stands).isEqualTo(OURS);
    }

    @Test
    void keptLocalWhatOthersDidToUndisputedFieldsStays() {
        Entry theirs = Entries.notes(Entries.type(THEIRS, "6 Wheeler"), "theirs");
        Entry ours = OURS.with(OURS.description().withDriverName("ours"));
        Entry stands = stands(LOCAL.between(images(BASE, ours, theirs), Policy.DEFAULT, TILL));
        assertThat(stands).isEqualTo(Entries.notes(Entries.type(ours, "6 Wheeler"), "theirs"));
    }

    @Test
    void keptLocalADisputedFieldIsOursThoughWeLeftItAlone() {
        Entry unpaid = OURS.with(Payment.NONE);
        Entry stands = stands(LOCAL.between(images(BASE, unpaid, THEIRS), Policy.DEFAULT, TILL));
        assertThat(stands.payment()).isEqualTo(Payment.NONE);
    }

    @Test
    void keptLocalWithoutAKnownBaseOurSideStandsWhole() {
        Entry theirs = Entries.notes(THEIRS, "theirs");
        Entry stands = stands(LOCAL.between(images(null, OURS, theirs), Policy.DEFAULT, List.of()));
        assertThat(stands).isEqualTo(OURS);
    }

    @Test
    void acceptedTheCloudsImageStandsWhole() {
        Entry ours = Entries.notes(OURS, "ours");
        assertThat(stands(REMOTE.between(images(BASE, ours, THEIRS), Policy.DEFAULT, TILL)))
                .isEqualTo(THEIRS);
    }

    @Test
    void aSideThatVoidedTheEntryMayStandAndHasNothingToMerge() {
        Images images = new Images(present(BASE), new Image.Voided(), present(OURS));
        assertThat(LOCAL.between(images, Policy.DEFAULT, List.of())).isEqualTo(new Decided.Stands(new Image.Voided()));
        assertThat(stands(REMOTE.between(images, Policy.DEFAULT, List.of()))).isEqualTo(OURS);
        assertThat(merge(Map.of()).between(images, Policy.DEFAULT, List.of())).isEqualTo(new Decided.NothingToMerge());
        assertThat(Suggestion.of(images, Policy.DEFAULT)).isEmpty();
    }

    @Test
    void whatBelongsTogetherComesAlong() {
        Entry stands =
                stands(merge(Map.of(Field.FEE, Side.REMOTE)).between(images(BASE, OURS, THEIRS), Policy.DEFAULT, TILL));
        assertThat(stands.stay()).isEqualTo(THEIRS.stay());
        assertThat(stands.payment()).isEqualTo(OURS.payment());
    }

    @Test
    void aChoiceThatTearsAGroupApartIsRefused() {
        Decision torn = merge(Map.of(Field.PAYMENT_STATUS, Side.LOCAL, Field.PAYMENT_TYPE, Side.REMOTE));
        assertThat(faults(torn.between(images(BASE, OURS, THEIRS), Policy.DEFAULT, TILL)))
                .containsExactly("payment_type CONTRADICTS");
        Decision apart = merge(Map.of(Field.NOTES, Side.LOCAL, Field.LOCATION, Side.REMOTE));
        assertThat(apart.between(images(BASE, OURS, THEIRS), Policy.DEFAULT, TILL))
                .isInstanceOf(Decided.Stands.class);
    }

    @Test
    void numbersAndAuthorsAreNotChosen() {
        Decision numbers = merge(Map.of(Field.TICKET_NO, Side.LOCAL, Field.CREATED_BY, Side.LOCAL));
        assertThat(faults(numbers.between(images(BASE, OURS, THEIRS), Policy.DEFAULT, TILL)))
                .containsExactly("ticket_no NOT_SETTABLE", "created_by NOT_SETTABLE");
    }

    @Test
    void aResultThatContradictsItselfIsRefusedByField() {
        Entry late = BASE.withEntryTime(Entries.NOON.plusSeconds(3_600));
        Images images = images(BASE, OURS, late);
        assertThat(faults(merge(Map.of()).between(images, Policy.DEFAULT, List.of())))
                .containsExactly("exit_time EXIT_BEFORE_ENTRY");
        assertThat(Suggestion.of(images, Policy.DEFAULT).orElseThrow().faults())
                .extracting(FieldError::code)
                .containsExactly(FieldFault.EXIT_BEFORE_ENTRY);
        assertThat(stands(merge(Map.of(Field.ENTRY_TIME, Side.LOCAL)).between(images, Policy.DEFAULT, List.of())))
                .isEqualTo(OURS);
    }

    @Test
    void oneVisitWrittenTwiceKeepsTheNumbersOfTheOneThatStands() {
        Entry other = Entries.parked(2, "mh-12 ab 1234").withEntryTime(Entries.TEN.plusSeconds(360));
        Entry stands = stands(LOCAL.between(Images.ofOneVisit(OURS, other), Policy.DEFAULT, List.of()));
        assertThat(stands.id()).isEqualTo(other.id());
        assertThat(stands.ticket()).isEqualTo(other.ticket());
        assertThat(stands.plate()).isEqualTo(OURS.plate());
        assertThat(stands.stay()).isEqualTo(OURS.stay());
    }

    @Test
    void broughtBackAreTheFieldsInDisputeAndNothingElse() {
        Entry today = Entries.notes(OURS, "today");
        Images images = images(null, OURS, Entries.notes(THEIRS, "theirs"));
        Entry back = stands(REMOTE.into(today, images, TILL));
        assertThat(back).isEqualTo(today.with(THEIRS.stay()).with(THEIRS.payment()));
        assertThat(stands(merge(Map.of(Field.NOTES, Side.REMOTE)).into(today, images, TILL)))
                .isEqualTo(Entries.notes(today, "theirs"));
        assertThat(stands(REMOTE.into(today, images, List.of()))).isEqualTo(Entries.notes(THEIRS, "theirs"));
    }

    @Test
    void anOlderFeeComesBackWithoutTakingTheVehicleInside() {
        Entry parked = BASE.with(Entries.byHand(BASE.stay(), 150));
        Entry back = stands(LOCAL.into(OURS, images(null, parked, THEIRS), List.of(Field.FEE)));
        assertThat(back.isInside()).isFalse();
        assertThat(back.stay().exitTime()).isEqualTo(Entries.NOON);
        assertThat(back.stay().fee()).isEqualTo(Entries.rupees(150));
        assertThat(stands(merge(Map.of(Field.FEE, Side.LOCAL))
                        .into(OURS, images(null, parked, THEIRS), List.of(Field.FEE))))
                .as("chosen field by field")
                .isEqualTo(back);
    }

    @Test
    void twoDecisionsMeetWhereBothSpokeOfAFieldInDispute() {
        Entry first =
                BASE.with(Entries.exit(Entries.NOON.plusSeconds(300), 225)).with(Entries.paid("Cash"));
        assertThat(SecondDecision.contested(images(THEIRS, OURS, first), List.of(Field.FEE, Field.EXIT_TIME)))
                .containsExactly(Field.EXIT_TIME);
        assertThat(SecondDecision.contested(images(THEIRS, OURS, Entries.edited(THEIRS, 90)), TILL))
                .as("the cloud's image was said again")
                .containsExactly(Field.FEE);
        assertThat(SecondDecision.contested(images(THEIRS, OURS, Entries.notes(THEIRS, "news")), TILL))
                .as("news about something else")
                .isEmpty();
        assertThat(SecondDecision.contested(images(THEIRS, OURS, OURS), TILL))
                .as("both decided the same")
                .isEmpty();
    }

    static Images images(@Nullable Entry base, Entry local, Entry remote) {
        return new Images(base == null ? null : present(base), present(local), present(remote));
    }

    private static Image present(Entry entry) {
        return new Image.Present(entry);
    }

    private static Decision merge(Map<Field, Side> taken) {
        return new Decision.MergeFields(new Choice(taken));
    }

    private static Entry stands(Decided decided) {
        return decided instanceof Decided.Stands(Image.Present(Entry entry))
                ? entry
                : org.junit.jupiter.api.Assertions.fail("no entry stands: " + decided);
    }

    private static List<String> faults(Decided decided) {
        return decided instanceof Decided.AtFault(List<FieldError> faults)
                ? faults.stream()
                        .map(fault -> fault.field() + " " + fault.code())
                        .toList()
                : List.of("none: " + decided);
    }
}
