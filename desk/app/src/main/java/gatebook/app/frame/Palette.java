package gatebook.app.frame;

import gatebook.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Ctrl+K: all that can be asked for, by name. */
final class Palette {
    private final List<Command> commands = new ArrayList<>();
    private final TextField typed = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final VBox box = new VBox(8, typed, list);
    private final Surface surface;

    /** One thing to ask for. */
    record Command(String name, Target target) {}

    Palette(Words words, Surface surface) {
        this.surface = surface;
        for (Place place : Place.values()) {
            commands.add(new Command(words.say("place." + place.id()), new Target.At(place)));
        }
        commands.add(new Command(words.say("palette.inside-now"), new Target.InsideNow()));
        commands.add(new Command(words.say("palette.export"), new Target.Exporting()));
        commands.add(new Command(words.say("palette.back-up"), new Target.BackingUp()));
        typed.setId("palette");
        typed.setPromptText(words.say("palette.prompt"));
        typed.setAccessibleText(words.say("palette.prompt"));
        typed.textProperty().addListener((of, before, now) -> narrow(now));
        typed.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setCellFactory(view -> new Named());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> take());
        box.getStyleClass().add("palette");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        close();
    }

    Node root() {
        return box;
    }

    boolean isOpen() {
        return box.isVisible();
    }

    void open() {
        typed.clear();
        narrow("");
        box.setVisible(true);
        typed.requestFocus();
    }

    void close() {
        box.setVisible(false);
    }

    private void narrow(String text) {
        String sought = text.strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(commands.stream()
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(sought))
                        .toList());
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        }
    }

    private void take() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            surface.go(chosen.target());
        }
    }

    private static final class Named extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(command == null || empty ? null : command.name());
        }
    }
}
