package gatebook.app.look;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** Shows the key of a button beside its words, so that it need not be learnt from a book. */
public final class KeyHint {
    private static final double GAP = 10;

    private KeyHint() {}

    /** Sets the key beside the words; who listens instead of looking hears both. */
    public static void on(Labeled control, String key) {
        Label hint = new Label(key);
        hint.getStyleClass().add("key-hint");
        control.setGraphic(hint);
        control.setContentDisplay(ContentDisplay.RIGHT);
        control.setGraphicTextGap(GAP);
        control.setAccessibleText(control.getText() + ", " + key);
    }
}
