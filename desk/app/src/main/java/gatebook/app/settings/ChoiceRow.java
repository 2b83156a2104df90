package gatebook.app.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;

/** One of a few, all of them in sight: a row of buttons of which one is pressed. */
final class ChoiceRow {
    private ChoiceRow() {}

    /** Fills a pane; choosing the pressed one again changes nothing. */
    static <T> void fill(Pane pane, List<T> all, T chosen, Function<T, String> name, Consumer<T> choose) {
        ToggleGroup group = new ToggleGroup();
        pane.getChildren().clear();
        for (T each : all) {
            ToggleButton button = new ToggleButton(name.apply(each));
            button.setId(pane.getId() + "-" + pane.getChildren().size());
            button.setToggleGroup(group);
            button.setSelected(each.equals(chosen));
            button.setOnAction(event -> {
                button.setSelected(true);
                choose.accept(each);
            });
            pane.getChildren().add(button);
        }
    }
}
