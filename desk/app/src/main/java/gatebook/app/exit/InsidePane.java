package gatebook.app.exit;

import gatebook.app.words.Times;
import gatebook.store.record.EntryRow;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** While nobody is leaving: who left last, and those inside longest, one of whom may be taken. */
final class InsidePane {
    private final Times times;
    private final Consumer<EntryRow> taken;

    @FXML
    private VBox choosing;

    @FXML
    private Label last;

    @FXML
    private ListView<EntryRow> longest;

    InsidePane(Times times, Consumer<EntryRow> taken) {
        this.times = times;
        this.taken = taken;
    }

    @FXML
    private void initialize() {
        longest.setCellFactory(list -> new InsideCell(times));
        longest.setPlaceholder(new Label(times.words().say("exit.nobody")));
        longest.setOnMouseClicked(event -> take());
        longest.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
                event.consume();
            }
        });
        toldNothing();
    }

    Node root() {
        return choosing;
    }

    void shown(boolean now) {
        choosing.setVisible(now);
        choosing.setManaged(now);
    }

    void show(List<EntryRow> now) {
        longest.getItems().setAll(now);
    }

    /** Who left last, and what goes back over the counter. */
    void told(String sentence) {
        last.setText(sentence);
        last.setVisible(true);
    }

    void toldNothing() {
        last.setVisible(false);
    }

    private void take() {
        EntryRow chosen = longest.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            taken.accept(chosen);
        }
    }
}
