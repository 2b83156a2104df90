package gatebook.app.conflicts;

import gatebook.app.words.FieldWords;
import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.rules.merge.Choice;
import gatebook.rules.merge.Decision;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.ResolveConflict;
import gatebook.store.query.ConflictItem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Shows both sides of one conflict and takes a person's decision: this desk's side, the cloud's, or of each field one of
 * them. Cancel changes nothing. Keys: Ctrl+1, Ctrl+2, Ctrl+3 for the three decisions, Esc to cancel.
 */
final class ConflictResolutionDialog {
    private static final double WIDTH = 800;
    private static final double HEIGHT = 600;

    private final ConflictsViewModel model;
    private final ConflictsViewModel.Case looked;
    private final Words words;
    private final Consumer<String> told;
    private final Refusals refusals;
    private final ShapeWords shapes;
    private final Comparing comparing;
    private final Stage stage = new Stage();
    private final CheckBox allLike = new CheckBox();
    private final TextField reason = new TextField();
    private final Label wrong = new Label();
    private final Button local;
    private final Button remote;
    private final Button merge;
    private boolean merging;

    /**
     * @param told hears in words what was decided, once the dialog is gone
     */
    ConflictResolutionDialog(
            ConflictsViewModel model, ConflictsViewModel.Case looked, Times times, Consumer<String> told) {
        this.model = model;
        this.looked = looked;
        this.words = times.words();
        this.told = told;
        this.refusals = new Refusals(times);
        this.shapes = new ShapeWords(words, new FieldWords(times));
        this.comparing = new Comparing(looked, times);
        this.local = button("keep-local", "conflicts.keep-local", "Ctrl+1", () -> decide(new Decision.KeepLocal()));
        this.remote =
                button("accept-remote", "conflicts.accept-remote", "Ctrl+2", () -> decide(new Decision.AcceptRemote()));
        this.merge = button("merge", "conflicts.merge", "Ctrl+3", this::merge);
    }

    /** Opens it over a window, dressed like that one; returns at once. */
    void open(Scene over) {
        Window owner = over.getWindow();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(words.say("conflicts.dialog.title"));
        VBox root = content();
        root.setStyle(over.getRoot().getStyle());
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(over.getStylesheets());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setScene(scene);
        stage.show();
        (looked.sides().canMerge() ? merge : local).requestFocus();
    }

    private VBox content() {
        ConflictItem item = looked.sides().item();
        Label header = new Label(words.say(
                "conflicts.dialog.header",
                looked.sides()
                        .either()
                        .map(entry -> entry.plate().typed())
                        .orElse(words.say("conflicts.unknown-vehicle"))));
        header.setId("conflict-header");
        header.getStyleClass().add("conflict-header");
        header.setWrapText(true);
        Label about = wrapped("conflict-about", shapes.about(item.shape()));
        ScrollPane scroll = new ScrollPane(comparing.root());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        allLike.setId("conflict-all-like");
        allLike.setText(words.say("conflicts.all-like", looked.alike()));
        allLike.setWrapText(true);
        shown(allLike, looked.alike() > 1);
        reason.setId("conflict-reason");
        reason.setPromptText(words.say("conflicts.reason"));
        reason.setAccessibleText(words.say("conflicts.reason"));
        wrong.setId("conflict-wrong");
        wrong.getStyleClass().add("wrong");
        wrong.setWrapText(true);
        comparing.wrong().addListener((of, before, now) -> tell(now));
        tell("");
        VBox root = new VBox(header, about, scroll, meanings(item), reason, allLike, wrong, buttons());
        root.getStyleClass().add("conflict-dialog");
        root.setId("conflict-dialog");
        return root;
    }

    private VBox meanings(ConflictItem item) {
        VBox meanings = new VBox(
                wrapped(
                        "conflict-means-local",
                        words.say("conflicts.keep-local") + ": "
                                + shapes.meaning(item.shape(), new Decision.KeepLocal())),
                wrapped(
                        "conflict-means-remote",
                        words.say("conflicts.accept-remote") + ": "
                                + shapes.meaning(item.shape(), new Decision.AcceptRemote())),
                wrapped(
                        "conflict-means-merge",
                        words.say("conflicts.merge") + ": "
                                + shapes.meaning(item.shape(), new Decision.MergeFields(Choice.NONE))));
        meanings.getStyleClass().add("meanings");
        return meanings;
    }

    private FlowPane buttons() {
        Button cancel = button("cancel", "conflicts.cancel", "Esc", this::cancel);
        merge.setDisable(!looked.sides().canMerge());
        FlowPane row = new FlowPane(8, 8, local, remote, merge, cancel);
        row.getStyleClass().add("buttons");
        return row;
    }

    private Button button(String id, String key, String keys, Runnable act) {
        Label hint = new Label(keys);
        hint.getStyleClass().add("key-hint");
        Button button = new Button(words.say(key), hint);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setId("conflict-" + id);
        button.setOnAction(event -> act.run());
        return button;
    }

    /** Before the focused control sees them: Enter in a text, or on a choice, is no decision. */
    private void pressed(KeyEvent event) {
        Map<KeyCode, Button> keys = Map.of(KeyCode.DIGIT1, local, KeyCode.DIGIT2, remote, KeyCode.DIGIT3, merge);
        Button meant = keys.get(event.getCode());
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        } else if (meant != null && event.isShortcutDown() && meant.isManaged()) {
            meant.fire();
            event.consume();
        }
    }

    /** The first time it lays the choices open, with what the rules would take; the second time it decides so. */
    private void merge() {
        if (merging) {
            decide(new Decision.MergeFields(comparing.choice()));
            return;
        }
        merging = true;
        comparing.merging(true);
        merge.setText(words.say("conflicts.merge-so"));
        shown(local, false);
        shown(remote, false);
    }

    /** Steps back from merging first. */
    private void cancel() {
        if (!merging) {
            stage.close();
            return;
        }
        merging = false;
        comparing.merging(false);
        merge.setText(words.say("conflicts.merge"));
        shown(local, true);
        shown(remote, true);
    }

    private void decide(Decision decision) {
        Optional<String> why = Optional.of(reason.getText().strip()).filter(text -> !text.isEmpty());
        busy(true);
        if (allLike.isSelected()) {
            model.decideAllLike(looked, decision, why.orElse(null), this::decidedAlike, () -> busy(false));
        } else {
            model.decide(looked, decision, why.orElse(null), this::decided);
        }
    }

    private void decided(Outcome outcome) {
        busy(false);
        switch (outcome) {
            case Outcome.Done _ -> end(words.say("conflicts.decided", 1));
            case Outcome.Refused refused -> tell(refusals.say(refused));
        }
    }

    private void decidedAlike(ResolveConflict.Alike alike) {
        busy(false);
        end(
                alike.left().isEmpty()
                        ? words.say("conflicts.decided", alike.decided())
                        : words.say(
                                        "conflicts.decided-but",
                                        alike.decided(),
                                        alike.left().size())
                                + refusals.say(alike.left().getFirst().why()));
    }

    private void end(String words) {
        stage.close();
        told.accept(words);
    }

    private void busy(boolean now) {
        local.setDisable(now);
        remote.setDisable(now);
        merge.setDisable(now || !looked.sides().canMerge());
    }

    private void tell(@Nullable String text) {
        wrong.setText(text);
        shown(wrong, text != null && !text.isEmpty());
    }

    private static Label wrapped(String id, String text) {
        Label label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
