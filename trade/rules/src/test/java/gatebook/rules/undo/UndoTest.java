package gatebook.rules.undo;

import static gatebook.rules.Entries.NOON;
import static gatebook.rules.Entries.byHand;
import static gatebook.rules.Entries.exit;
import static gatebook.rules.Entries.notes;
import static gatebook.rules.Entries.paid;
import static gatebook.rules.Entries.parked;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Plate;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.undo.UndoVerdict.AsBefore;
import gatebook.rules.undo.UndoVerdict.BroughtIn;
import gatebook.rules.undo.UndoVerdict.Contradiction;
import gatebook.rules.undo.UndoVerdict.LaterWork;
import gatebook.rules.undo.UndoVerdict.Restored;
import gatebook.rules.undo.UndoVerdict.Revived;
import gatebook.rules.undo.UndoVerdict.Voided;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UndoTest {
    private static final Entry PARKED = parked();
    private static final Entry EXITED = PARKED.with(exit(NOON, 225));
    private static final Entry PAID = EXITED.with(paid("Cash"));

    @Test
    @DisplayName("U1: what the run changed goes back")
    void restoresWhatTheRunChanged() {
        Past past = Past.written(PARKED).by(7, notes(PARKED, "wrong"));

        assertThat(past.judge(7)).isEqualTo(new Restored(PARKED, List.of(Part.NOTES), List.of()));
    }

    @Test
    @DisplayName("U2: what was changed since stays, and the rest goes back")
    void keepsLaterWork() {
        Entry pulled = notes(PARKED, "wrong").withPlate(new Plate("8822"));
        Past past = Past.written(PARKED).by(7, pulled).here(notes(pulled, "right"));

        assertThat(past.judge(7))
                .isEqualTo(new Restored(notes(PARKED, "right"), List.of(Part.PLATE), List.of(Part.NOTES)));
    }

    @Test
    void keepsLaterWorkThatCameWithALaterRun() {
        Past past = Past.written(PARKED).by(7, notes(PARKED, "wrong")).by(8, notes(PARKED, "mended"));

        assertThat(past.judge(7)).isEqualTo(new LaterWork(List.of(Part.NOTES)));
    }

    @Test
    void keepsWhatSomebodyWroteAgainAsTheRunHadIt() {
        Past past = Past.written(PARKED)
                .by(7, notes(PARKED, "b"))
                .here(notes(PARKED, "c"))
                .here(notes(PARKED, "b"));

        assertThat(past.judge(7)).isEqualTo(new LaterWork(List.of(Part.NOTES)));
    }

    @Test
    @DisplayName("U3: an undo of an undo brings the run's values back")
    void undoesAnUndo() {
        Past past = Past.written(PARKED).by(7, notes(PARKED, "pulled")).undo(8, 7, Scope.CHANGES);

        assertThat(past.judge(7)).isEqualTo(new AsBefore());
        assertThat(past.undo(9, 8, Scope.CHANGES).entry()).isEqualTo(notes(PARKED, "pulled"));
        assertThat(past.judge(8)).isEqualTo(new AsBefore());
        assertThat(past.undo(10, 7, Scope.CHANGES).entry()).isEqualTo(PARKED);
    }

    @Test
    void undoesRunsOneAfterTheOtherNewestFirst() {
        Past past = Past.written(PARKED)
                .by(7, notes(PARKED, "one"))
                .by(8, notes(PARKED, "two"))
                .undo(9, 8, Scope.CHANGES)
                .undo(10, 7, Scope.CHANGES);

        assertThat(past.entry()).isEqualTo(PARKED);
    }

    @Test
    void takesWorkThatTheRunOverwroteForWhatWasBefore() {
        Past past = Past.written(PARKED)
                .by(7, notes(PARKED, "a"))
                .here(notes(PARKED, "mine"))
                .by(7, notes(PARKED, "b"));

        assertThat(past.undo(8, 7, Scope.CHANGES).entry()).isEqualTo(notes(PARKED, "mine"));
    }

    @Test
    void leavesWhatTheRunBroughtInUnlessAllOfItIsToGo() {
        Past past = Past.brought(7, PARKED).by(7, notes(PARKED, "and changed"));

        assertThat(past.judge(7)).isEqualTo(new BroughtIn());
        assertThat(past.judge(7, Scope.ALL)).isInstanceOf(Voided.class);
        assertThat(past.undo(8, 7, Scope.ALL).judge(7, Scope.ALL)).isEqualTo(new AsBefore());
        assertThat(past.judge(8)).isEqualTo(new Revived(notes(PARKED, "and changed"), List.of()));
    }

    @Test
    void neverVoidsWhatSomebodyWorkedOnSince() {
        Past past = Past.brought(7, PARKED).here(PAID);

        assertThat(past.judge(7, Scope.ALL)).isEqualTo(new LaterWork(List.of(Part.STAY, Part.PAYMENT)));
    }

    @Test
    void bringsBackWhatTheRunVoidedAndVoidsWhatItBroughtBack() {
        assertThat(Past.written(PARKED).by(7, notes(PARKED, "x")).voidedBy(7).judge(7))
                .isEqualTo(new Revived(PARKED, List.of()));
        assertThat(Past.written(PARKED).voidedHere().by(7, PARKED).judge(7)).isInstanceOf(Voided.class);
    }

    @Test
    void leavesWhatSomebodyVoidedSince() {
        Past past = Past.written(PARKED).by(7, notes(PARKED, "wrong")).voidedHere();

        assertThat(past.judge(7)).isEqualTo(new LaterWork(List.of()));
    }

    @Test
    @DisplayName("P11: a payment recorded since keeps the fee that was paid")
    void keepsTheFeeOfALaterPayment() {
        Past past = Past.written(PARKED).by(7, notes(EXITED, "gone")).here(notes(PAID, "gone"));

        assertThat(past.judge(7)).isEqualTo(new Restored(PAID, List.of(Part.NOTES), List.of(Part.STAY)));
    }

    @Test
    @DisplayName("P11: an amount set since keeps the payment that it is of")
    void keepsThePaymentOfALaterFee() {
        Past past = Past.written(EXITED).by(7, PAID).here(PAID.with(byHand(PAID.stay(), 150)));

        assertThat(past.judge(7)).isEqualTo(new LaterWork(List.of(Part.PAYMENT)));
    }

    @Test
    void takesBackAnExitAndItsPaymentTogether() {
        assertThat(Past.written(PARKED).by(7, PAID).judge(7))
                .isEqualTo(new Restored(PARKED, List.of(Part.STAY, Part.PAYMENT), List.of()));
        assertThat(Past.written(PAID).by(7, PARKED).undo(8, 7, Scope.CHANGES).entry())
                .isEqualTo(PAID);
    }

    @Test
    void leavesARecordThatWouldContradictItself() {
        Entry moved = EXITED.withEntryTime(NOON.minusSeconds(60));
        Past past = Past.written(PARKED.withEntryTime(NOON.plusSeconds(60)))
                .by(7, moved.with(PARKED.stay()))
                .here(moved);

        assertThat(past.judge(7))
                .isInstanceOfSatisfying(
                        Contradiction.class,
                        left -> assertThat(left.faults())
                                .extracting("code")
                                .containsExactly(FieldFault.EXIT_BEFORE_ENTRY));
    }

    @Test
    void hasNothingToDoWithARunThatLeftTheRecordAlone() {
        assertThat(Past.written(PARKED).by(7, notes(PARKED, "x")).judge(6)).isEqualTo(new AsBefore());
    }
}
