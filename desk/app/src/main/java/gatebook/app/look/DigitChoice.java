package gatebook.app.look;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/**
 * One of a few things, chosen by its digit: the whole row has the focus, 1 takes the first, arrows step. At most nine
 * things.
 */
public final class DigitChoice extends FlowPane {
    /** Nothing is chosen yet. */
    public static final int NONE = -1;

    private static final double GAP = 8;
    private static final double WRAPPED_AT = 560;
    private static final int RADIX = 10;

    private final IntegerProperty chosen = new SimpleIntegerProperty(NONE);
    private IntConsumer taken = index -> {};

    /** Named for tests; things are set later. */
    public DigitChoice(String id) {
        setId(id);
        setPrefWrapLength(WRAPPED_AT);
        // Else a row as wide as the window would ask for the height of a narrow one.
        widthProperty().addListener((of, before, now) -> setPrefWrapLength(now.doubleValue()));
        setHgap(GAP);
        setVgap(GAP);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        getProperties().put("takes-text", true);
        getStyleClass().add("digit-choice");
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        chosen.addListener((of, before, now) -> mark());
    }

    /** What there is to choose from. */
    public void things(List<String> names) {
        getChildren().clear();
        for (String name : names) {
            int index = getChildren().size();
            ToggleButton button = new ToggleButton(name);
            button.setFocusTraversable(false);
            button.setId(getId() + "-" + (index + 1));
            button.setOnAction(event -> take(index));
            KeyHint.on(button, Integer.toString(index + 1));
            getChildren().add(button);
        }
        mark();
    }

    /** The index of what is chosen, or {@link #NONE}. */
    public IntegerProperty chosen() {
        return chosen;
    }

    /** Is told when a person takes a thing by digit or click. */
    public void onTaken(IntConsumer listener) {
        taken = listener;
    }

    private void take(int index) {
        chosen.set(index);
        mark();
        taken.accept(index);
    }

    private void mark() {
        for (int index = 0; index < getChildren().size(); index++) {
            ToggleButton button = (ToggleButton) getChildren().get(index);
            button.setSelected(index == chosen.get());
            if (button.isSelected()) {
                setAccessibleText(button.getAccessibleText());
            }
        }
    }

    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        int digit = text.length() == 1 ? Character.digit(text.charAt(0), RADIX) : -1;
        if (digit >= 1 && digit <= getChildren().size()) {
            take(digit - 1);
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int next = chosen.get() + step;
        if (step != 0 && next >= 0 && next < getChildren().size()) {
            chosen.set(next);
        }
        if (step != 0) {
            event.consume();
        }
    }
}
