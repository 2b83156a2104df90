package gatebook.app.history;

import gatebook.app.frame.Surface;
import gatebook.app.words.FieldWords;
import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.undo.Scope;
import gatebook.store.query.RunItem;
import gatebook.store.rollback.UndoItem;
import gatebook.store.rollback.UndoOutcome;
import gatebook.store.rollback.UndoPlan;
import gatebook.store.rollback.UndoneBy;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What undoing a sync would change, record by record; and the undo itself, once a person has seen that. */
final class UndoPanel {
    private final HistoryViewModel model;
    private final Surface surface;
    private final Supplier<String> attendant;
    private final Words words;
    private final Times times;
    private final UndoWords undoWords;

    @FXML
    private VBox undoPanel;

    @FXML
    private Label undoTitle;

    @FXML
    private Label undoSummary;

    @FXML
    private CheckBox undoAll;

    @FXML
    private ListView<UndoItem> undoItems;

    @FXML
    private Label undoSecondAsked;

    @FXML
    private TextField undoSecond;

    @FXML
    private Button undoConfirm;

    @FXML
    private Button undoCancel;

    private @Nullable RunItem undoing;

    UndoPanel(HistoryViewModel model, Surface surface, Supplier<String> attendant, Times times) {
        this.model = model;
        this.surface = surface;
        this.attendant = attendant;
        this.times = times;
        this.words = times.words();
        this.undoWords = new UndoWords(words, new FieldWords(times));
    }

    @FXML
    private void initialize() {
        undoItems.setCellFactory(list -> new UndoCell(undoWords));
        close();
    }

    Node root() {
        return undoPanel;
    }

    /** Shows what undoing this run would do. */
    void ask(RunItem run) {
        undoing = run;
        undoAll.setSelected(false);
        plan();
    }

    /** Closes it; whether it was open. */
    boolean close() {
        boolean wasOpen = undoPanel.isVisible();
        undoing = null;
        HistoryView.pane(undoPanel, false);
        return wasOpen;
    }

    @FXML
    private void plan() {
        RunItem run = undoing;
        if (run != null) {
            model.preview(run, scope(), plan -> show(run, plan));
        }
    }

    private void show(RunItem run, UndoPlan plan) {
        undoTitle.setText(words.say("history.undo-title", run.id(), times.whole(run.startedAt())));
        undoSummary.setText(undoWords.summary(plan));
        undoItems.getItems().setAll(plan.items());
        boolean second =
                plan.paymentsTakenBack() > 0 && UndoneBy.alone(attendant.get()).needsSecondPerson();
        undoSecond.clear();
        HistoryView.pane(undoSecondAsked, second);
        HistoryView.pane(undoSecond, second);
        undoConfirm
                .disableProperty()
                .bind(
                        plan.changed() == 0
                                ? new SimpleBooleanProperty(true)
                                : undoSecond
                                        .visibleProperty()
                                        .and(undoSecond.textProperty().isEmpty()));
        HistoryView.pane(undoPanel, true);
        undoCancel.requestFocus();
    }

    @FXML
    private void undo() {
        RunItem run = undoing;
        if (run == null) {
            return;
        }
        undoConfirm.disableProperty().unbind();
        undoConfirm.setDisable(true);
        String second = undoSecond.isVisible() ? undoSecond.getText() : null;
        model.undo(run, scope(), new UndoneBy(attendant.get(), second), done -> tell(run, done));
    }

    private void tell(RunItem run, UndoOutcome outcome) {
        if (!(outcome instanceof UndoOutcome.BadWords)) {
            close();
        }
        switch (outcome) {
            case UndoOutcome.Undone(UndoPlan did, var undo) ->
                surface.tell(
                        undo == null
                                ? words.say("history.nothing-undone", run.id())
                                : words.say("history.undone-now", did.changed(), undo.number()));
            case UndoOutcome.NeedsSecondPerson(long payments) ->
                surface.warn(words.say("history.second-needed", payments));
            case UndoOutcome.NoSuchRun() -> surface.warn(words.say("history.no-such-run"));
            case UndoOutcome.BadWords(var faults) -> {
                // A name that does not count is typed again, with the plan in sight.
                boolean same = faults.stream().anyMatch(fault -> fault.code() == FieldFault.CONTRADICTS);
                surface.warn(
                        same
                                ? words.say("history.second-is-first", attendant.get())
                                : words.say("history.bad-words", new Refusals(times).named(faults)));
                undoConfirm.setDisable(false);
                undoSecond.requestFocus();
            }
        }
    }

    @FXML
    private void cancel() {
        close();
    }

    private Scope scope() {
        return undoAll.isSelected() ? Scope.ALL : Scope.CHANGES;
    }
}
