package gatebook.app.history;

import gatebook.store.rollback.UndoItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One record of an undo: whose it is, then a line for each field that changes back and for whatever else there is to say. */
final class UndoCell extends ListCell<UndoItem> {
    private static final double ROOM = 36;

    private final UndoWords words;

    UndoCell(UndoWords words) {
        this.words = words;
        getStyleClass().add("undo-item");
        setPrefWidth(0); // as wide as the list: a long line wraps
    }

    @Override
    protected void updateItem(@Nullable UndoItem item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(item == null || empty ? null : card(item));
        setAccessibleText(item == null || empty ? null : String.join(", ", words.lines(item)));
    }

    private VBox card(UndoItem item) {
        VBox card = new VBox(2);
        for (String line : words.lines(item)) {
            Label label = new Label(line);
            label.setWrapText(true);
            label.getStyleClass().add(card.getChildren().isEmpty() ? "strong" : "undo-line");
            label.maxWidthProperty().bind(widthProperty().subtract(ROOM));
            card.getChildren().add(label);
        }
        return card;
    }
}
