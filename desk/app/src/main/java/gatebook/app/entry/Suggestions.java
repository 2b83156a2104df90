package gatebook.app.entry;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Names that complete what is typed in a field, listed under it: Down steps in, Enter takes, typing goes on. */
final class Suggestions {
    private static final double ROW_HEIGHT_IN_LETTERS = 2.6;

    private final TextField field;
    private final ListView<String> list = new ListView<>();
    private final Consumer<String> taken;

    Suggestions(TextField field, Consumer<String> taken) {
        this.field = field;
        this.taken = taken;
        list.setId(field.getId() + "-suggestions");
        list.setFocusTraversable(false);
        list.getStyleClass().add("suggestions");
        list.setOnMouseClicked(event -> take());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().addListener((of, before, now) -> {
            if (!now) {
                show(List.of());
            }
        });
        show(List.of());
    }

    ListView<String> root() {
        return list;
    }

    void show(List<String> names) {
        list.getItems().setAll(names);
        list.getSelectionModel().clearSelection();
        double letters = field.getFont().getSize();
        list.setPrefHeight(names.size() * letters * ROW_HEIGHT_IN_LETTERS + letters / 2);
        list.setMinHeight(list.getPrefHeight());
        list.setVisible(!names.isEmpty());
        list.setManaged(!names.isEmpty());
    }

    boolean isOpen() {
        return list.isVisible();
    }

    private void pressed(KeyEvent event) {
        if (!isOpen()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && list.getSelectionModel().getSelectedItem() != null) {
            take();
            event.consume();
        }
    }

    private void take() {
        String name = list.getSelectionModel().getSelectedItem();
        show(List.of());
        if (name != null) {
            taken.accept(name);
        }
    }
}
