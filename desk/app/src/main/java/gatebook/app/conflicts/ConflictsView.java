package gatebook.app.conflicts;

import gatebook.app.frame.Screen;
import gatebook.app.frame.Surface;
import gatebook.app.frame.Target;
import gatebook.app.words.FieldWords;
import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.operation.Outcome;
import gatebook.store.query.QueueItem;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The inbox: conflicts grouped by what can be decided alike, and what the cloud refused. Enter opens one. */
public final class ConflictsView implements Screen {
    private final ConflictsViewModel model;
    private final Surface frame;
    private final Times times;
    private final Words words;
    private final ShapeWords shapes;

    @FXML
    private BorderPane screen;

    @FXML
    private Label count;

    @FXML
    private ListView<Waiting> list;

    @FXML
    private StackPane side;

    public ConflictsView(ConflictsViewModel model, Surface frame, Times times) {
        this.model = model;
        this.frame = frame;
        this.times = times;
        this.words = times.words();
        this.shapes = new ShapeWords(words, new FieldWords(times));
    }

    @FXML
    private void initialize() {
        list.setCellFactory(view -> new Line());
        list.setAccessibleText(words.say("place.conflicts"));
        list.setPlaceholder(new Label(words.say("conflicts.none")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        model.lines().addListener((of, before, now) -> fill(now));
    }

    @Override
    public Node root() {
        return screen;
    }

    @Override
    public void show(Target target) {
        model.shown(true);
        list.requestFocus();
    }

    @Override
    public void hide() {
        model.shown(false);
    }

    @Override
    public boolean back() {
        boolean open = !side.getChildren().isEmpty();
        close();
        return open;
    }

    private void fill(List<Waiting> lines) {
        int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
        list.getItems().setAll(lines);
        long open = lines.stream().filter(Waiting::isOne).count();
        count.setText(words.say("conflicts.count", open));
        if (!lines.isEmpty()) {
            int near = Math.min(at, lines.size() - 1);
            int one = lines.get(near).isOne() ? near : Math.min(near + 1, lines.size() - 1);
            list.getSelectionModel().clearAndSelect(one);
        }
    }

    /** On a heading, the first below it. */
    private void open() {
        int at = list.getSelectionModel().getSelectedIndex();
        if (at < 0) {
            return;
        }
        Waiting chosen = list.getItems().get(at);
        switch (chosen) {
            case Waiting.Conflict conflict -> open(conflict);
            case Waiting.Refused refused -> open(refused);
            case Waiting.Shape _, Waiting.RefusedOnes _ -> {
                list.getSelectionModel().clearAndSelect(at + 1);
                open();
            }
        }
    }

    private void open(Waiting.Conflict conflict) {
        model.open(conflict.item().id(), found -> {
            if (found.isEmpty()) {
                frame.tell(words.say("conflicts.decided-meanwhile"));
                model.refresh();
            } else {
                new ConflictResolutionDialog(model, found.get(), times, frame::tell).open(screen.getScene());
            }
        });
    }

    private void open(Waiting.Refused refused) {
        QueueItem operation = refused.operation();
        RefusedPanel[] panel = new RefusedPanel[1];
        RefusedPanel.Ways ways = new RefusedPanel.Ways(
                () -> model.retry(operation, outcome -> ended(panel[0], outcome, "conflicts.refused.retried")),
                reason -> model.discard(
                        operation, reason, outcome -> ended(panel[0], outcome, "conflicts.refused.discarded")),
                () -> {
                    close();
                    frame.go(new Target.Correcting(operation.record()));
                });
        panel[0] = new RefusedPanel(refused, times, ways);
        side.getChildren().setAll(panel[0].root());
        panel[0].focus();
    }

    private void ended(RefusedPanel panel, Outcome outcome, String done) {
        switch (outcome) {
            case Outcome.Done _ -> {
                close();
                frame.tell(words.say(done));
            }
            case Outcome.Refused refused -> panel.tell(new Refusals(times).say(refused));
        }
    }

    private void close() {
        side.getChildren().clear();
        list.requestFocus();
    }

    private final class Line extends ListCell<Waiting> {
        @Override
        protected void updateItem(@Nullable Waiting line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().remove("heading");
            setText(null);
            if (line == null || empty) {
                return;
            }
            if (!line.isOne()) {
                getStyleClass().add("heading");
            }
            setText(
                    switch (line) {
                        case Waiting.Shape(var shape, int items) ->
                            words.say("conflicts.group", shapes.about(shape), items);
                        case Waiting.Conflict(var item, String vehicle) ->
                            words.say(
                                    "conflicts.item",
                                    vehicle.isEmpty() ? words.say("conflicts.unknown-vehicle") : vehicle,
                                    times.brief(item.createdAt()),
                                    shapes.disputed(item));
                        case Waiting.RefusedOnes(int items) -> words.say("conflicts.group-refused", items);
                        case Waiting.Refused(QueueItem operation, String vehicle) ->
                            words.say(
                                    "conflicts.item-refused",
                                    vehicle,
                                    times.brief(operation.madeAt()),
                                    operation.actor());
                    });
        }
    }
}
