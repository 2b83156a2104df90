package gatebook.app.frame;

import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.Found;
import gatebook.store.record.EntryRow;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The box at the top: takes a vehicle number, its last four digits, a ticket number, a company or a driver, and shows what
 * matches while a person types, those inside first. Enter takes the first match: one that is inside is written out, one
 * that left is shown with its history, and what matches nothing is offered to be written in.
 */
public final class FindBox {
    private static final int SHOWN_MAX = 12;
    private static final double ROW_HEIGHT_IN_LETTERS = 3;

    private final OpenDesk desk;
    private final Words words;
    private final Times times;
    private final Newest newest;
    private final TextField field = new TextField();
    private final ListView<EntryRow> results = new ListView<>();
    private @Nullable Surface surface;
    private boolean enterWaits;

    public FindBox(OpenDesk desk, Words words, Times times) {
        this.desk = desk;
        this.words = words;
        this.times = times;
        this.newest = new Newest(desk.background());
        field.setId("find");
        field.setPromptText(words.say("find.prompt"));
        field.setAccessibleText(words.say("find.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().addListener((of, before, now) -> look(now));
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        results.setId("find-results");
        results.getStyleClass().add("find-results");
        results.setCellFactory(list -> new Match());
        results.setOnMouseClicked(event -> take());
        results.setPlaceholder(new Label(words.say("find.nothing")));
        StackPane.setAlignment(results, Pos.TOP_CENTER);
        close();
    }

    TextField field() {
        return field;
    }

    Node results() {
        return results;
    }

    void goesTo(Surface frame) {
        surface = frame;
    }

    boolean isOpen() {
        return results.isVisible();
    }

    /** Empties the box and hides the matches. */
    void close() {
        newest.forget();
        enterWaits = false;
        field.clear();
        results.setVisible(false);
    }

    private void look(String typed) {
        if (typed.isBlank()) {
            newest.forget();
            results.setVisible(false);
            return;
        }
        newest.ask(() -> matches(typed), this::show);
    }

    private List<EntryRow> matches(String typed) {
        List<EntryRow> exact = switch (desk.entries().find(typed)) {
            case Found.One(EntryRow row) -> List.of(row);
            case Found.Several(List<EntryRow> rows) -> rows;
            case Found.None() -> List.of();
        };
        List<EntryRow> near =
                desk.entries().list(EntryFilter.ANY.withSearch(typed).withLimit(SHOWN_MAX));
        return Stream.of(exact.stream(), near.stream().filter(FindBox::isInside), near.stream())
                .flatMap(rows -> rows)
                .distinct()
                .limit(SHOWN_MAX)
                .toList();
    }

    private static boolean isInside(EntryRow row) {
        return row.entry().isInside();
    }

    private void show(List<EntryRow> found) {
        results.getItems().setAll(found);
        results.getSelectionModel().selectFirst();
        double letters = field.getFont().getSize();
        results.setMaxHeight(Math.max(1, found.size()) * letters * ROW_HEIGHT_IN_LETTERS + letters);
        results.setVisible(true);
        if (enterWaits) {
            enterWaits = false;
            take();
        }
    }

    private void pressed(KeyEvent event) {
        int rows = results.getItems().size();
        int at = results.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN && at + 1 < rows) {
            results.getSelectionModel().select(at + 1);
            event.consume();
        } else if (event.getCode() == KeyCode.UP && at > 0) {
            results.getSelectionModel().select(at - 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !field.getText().isBlank()) {
            enter();
            event.consume();
        }
    }

    /** Enter that comes before the answer waits for it: whoever types fast means what was typed. */
    private void enter() {
        enterWaits = true;
        newest.ask(() -> matches(field.getText()), this::show);
    }

    private void take() {
        Surface frame = surface;
        EntryRow chosen = results.getSelectionModel().getSelectedItem();
        String typed = field.getText().strip();
        if (frame == null) {
            return;
        }
        if (chosen == null) {
            frame.go(new Target.Arriving(typed));
        } else if (chosen.entry().isInside()) {
            frame.go(new Target.Leaving(chosen.entry().id()));
        } else {
            frame.go(new Target.Story(chosen.entry().id()));
        }
    }

    /** One match: the vehicle, its ticket, whose it is, and where it stands. */
    private final class Match extends ListCell<EntryRow> {
        @Override
        protected void updateItem(@Nullable EntryRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setText(null);
                return;
            }
            String stands = row.entry().isInside()
                    ? words.say("find.inside", times.brief(row.entry().entryTime()))
                    : words.say("find.left", times.brief(row.entry().stay().exitTime()));
            setText(row.entry().plate() + "   " + row.entry().ticket().number() + "   "
                    + row.entry().description().transportName() + "   " + stands);
        }
    }
}
