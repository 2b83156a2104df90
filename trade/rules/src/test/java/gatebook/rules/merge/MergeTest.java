package gatebook.rules.merge;

import static gatebook.rules.Entries.NOON;
import static gatebook.rules.Entries.TEN;
import static gatebook.rules.Entries.byHand;
import static gatebook.rules.Entries.edited;
import static gatebook.rules.Entries.exit;
import static gatebook.rules.Entries.notes;
import static gatebook.rules.Entries.paid;
import static gatebook.rules.Entries.parked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MergeTest {
    private static final Entry BASE = parked();
    private static final Entry EXITED = BASE.with(exit(NOON, 225));

    @Test
    void refusesVersionsOfTwoEntries() {
        assertThatIllegalArgumentException().isThrownBy(() -> decide(BASE, BASE, parked(2, "8822")));
        assertThatIllegalArgumentException().isThrownBy(() -> decide(parked(2, "8822"), BASE, notes(BASE, "a")));
    }

    @Test
    void takesTheCloudsImageWhereOnlyTheTimeOfEditDiffersEvenIfOlder() {
        assertThat(decide(BASE, edited(BASE, 9), edited(BASE, 5))).isEqualTo(new Verdict.TakeRemote());
        assertThat(decide(BASE, edited(BASE, 5), edited(BASE, 9))).isEqualTo(new Verdict.TakeRemote());
    }

    @Test
    void sendsNothingWhereTheCloudHoldsAllThatWasDoneHereAndMore() {
        Entry more = edited(notes(EXITED, "a"), 5);
        assertThat(decide(BASE, edited(notes(BASE, "a"), 9), more)).isEqualTo(new Verdict.TakeRemote());
        assertThat(decide(BASE, more, edited(notes(BASE, "a"), 9))).isEqualTo(new Verdict.KeepLocal());
    }

    @Test
    void mergesIntoTheCloudsVeryImageWhereThatWonEverything() {
        Entry remote = edited(notes(BASE, "a"), 5);
        assertThat(decide(notes(BASE, "old"), edited(notes(BASE, ""), 9), remote))
                .isEqualTo(new Verdict.Merged(
                        remote, List.of(Field.NOTES), ConflictType.VERSION_MISMATCH, Strategy.MERGE_INTELLIGENT));
    }

    @Test
    void takesNumbersAndAuthorFromTheCloud() {
        Entry renumbered = BASE.withTicket(new Ticket(TicketNo.of(new DeskCode("B"), 9), 9))
                .with(new Authorship("Asha", TEN, TEN.plusSeconds(60)));
        assertThat(decide(BASE, BASE, renumbered)).isEqualTo(new Verdict.TakeRemote());
        assertThat(decide(BASE, edited(notes(BASE, "a"), 9), renumbered))
                .isEqualTo(new Verdict.Merged(
                        edited(notes(renumbered, "a"), 9),
                        List.of(),
                        ConflictType.VERSION_MISMATCH,
                        Strategy.MERGE_INTELLIGENT));
    }

    @Test
    void takesAnUntouchedStayForNoWordAtAllWhereTheBaseIsUnknown() {
        Entry remote = edited(EXITED.with(paid("Cash")), 5);
        assertThat(Merge.decide(Optional.empty(), present(BASE), present(remote), Policy.DEFAULT))
                .isEqualTo(new Verdict.TakeRemote());
        assertThat(Merge.decide(Optional.empty(), present(remote), present(BASE), Policy.DEFAULT))
                .isEqualTo(new Verdict.KeepLocal());
    }

    @Test
    void takesOneReceiptThatCameToBothForOneWhereTheBaseIsUnknown() {
        Entry receipt = EXITED.with(paid("Cash"));
        assertThat(Merge.decide(
                        Optional.empty(), present(edited(receipt, 9)), present(edited(receipt, 5)), Policy.DEFAULT))
                .isEqualTo(new Verdict.TakeRemote());
    }

    @Test
    void countsEveryDifferenceAsAChangeOnBothSidesWhereTheBaseIsUnknown() {
        assertThat(Merge.decide(
                        Optional.empty(),
                        present(edited(notes(BASE, "b"), 9)),
                        present(edited(notes(BASE, "a"), 5)),
                        Policy.DEFAULT))
                .isEqualTo(new Verdict.Merged(
                        edited(notes(BASE, "b"), 9),
                        List.of(Field.NOTES),
                        ConflictType.VERSION_MISMATCH,
                        Strategy.MERGE_INTELLIGENT));
    }

    @Test
    void asksBeforeAVoidWhereTheBaseIsUnknown() {
        assertThat(Merge.decide(Optional.empty(), new Image.Voided(), present(BASE), Policy.DEFAULT))
                .isEqualTo(new Verdict.AskPerson(ConflictType.DATA_INCONSISTENCY, List.of()));
        assertThat(Merge.decide(
                        Optional.empty(), present(EXITED.with(paid("Cash"))), new Image.Voided(), Policy.DEFAULT))
                .isEqualTo(new Verdict.AskPerson(ConflictType.BUSINESS_RULE_VIOLATION, List.of()));
    }

    @ParameterizedTest(name = "{0} keeps {1}")
    @CsvSource({"LOCAL_WINS, ''", "REMOTE_WINS, a", "MERGE_INTELLIGENT, a"})
    void settlesAnOverlapAsTheSiteChose(Strategy strategy, String kept) {
        Policy policy = new Policy(Map.of(FieldGroup.DESCRIPTION, strategy));
        Verdict verdict = decide(notes(BASE, "old"), edited(notes(BASE, ""), 9), edited(notes(BASE, "a"), 5), policy);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Merged.class, merged -> {
            assertThat(merged.result().description().notes()).isEqualTo(kept);
            assertThat(merged.strategy()).isEqualTo(strategy);
            assertThat(merged.overlaps()).containsExactly(Field.NOTES);
        });
    }

    @Test
    void asksAPersonAboutAnOverlapWhereTheSiteWantsThat() {
        Policy policy = new Policy(Map.of(FieldGroup.DESCRIPTION, Strategy.MANUAL_REVIEW));
        assertThat(decide(BASE, notes(BASE, "b"), notes(BASE, "a"), policy))
                .isEqualTo(new Verdict.AskPerson(ConflictType.VERSION_MISMATCH, List.of(Field.NOTES)));
        assertThat(decide(BASE, notes(BASE, "b"), EXITED, policy)).isInstanceOf(Verdict.Merged.class);
    }

    @ParameterizedTest
    @EnumSource
    void letsNoChoiceOfTheSiteSettleMoneyOrAContradiction(Strategy strategy) {
        Policy policy = new Policy(
                Map.of(FieldGroup.STAY, strategy, FieldGroup.PAYMENT, strategy, FieldGroup.ENTRY_TIME, strategy));
        Entry cheaper = EXITED.with(byHand(EXITED.stay(), 150));
        assertThat(decide(EXITED, cheaper, EXITED.with(paid("Cash")), policy))
                .isInstanceOfSatisfying(
                        Verdict.AskPerson.class,
                        ask -> assertThat(ask.type()).isEqualTo(ConflictType.BUSINESS_RULE_VIOLATION));
        assertThat(decide(BASE, BASE.withEntryTime(NOON.plusSeconds(1)), EXITED, policy))
                .isInstanceOfSatisfying(
                        Verdict.AskPerson.class,
                        ask -> assertThat(ask.type()).isEqualTo(ConflictType.DATA_INCONSISTENCY));
    }

    private static Verdict decide(Entry base, Entry local, Entry remote) {
        return decide(base, local, remote, Policy.DEFAULT);
    }

    private static Verdict decide(Entry base, Entry local, Entry remote, Policy policy) {
        return Merge.decide(Optional.of(present(base)), present(local), present(remote), policy);
    }

    private static Image present(Entry entry) {
        return new Image.Present(entry);
    }
}
