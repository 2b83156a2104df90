package gatebook.app.frame;

import gatebook.app.status.StatusView;
import gatebook.app.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The frame: the sidebar, the box at the top, the screen in the middle, the status bar. Shows one screen at a time and
 * knows the keys that work everywhere.
 */
public final class FrameView implements Surface {
    private final Words words;
    private final FindBox findBox;
    private final StatusView status;
    private final MessageBar messages;
    private final Palette palette;
    private final Runnable refresh;
    private final Function<Place, Screen> makeScreen;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final ToggleGroup places = new ToggleGroup();
    private final Label conflictCount = new Label();
    private final Visited visited = new Visited();
    private final Map<EventType<KeyEvent>, EventHandler<KeyEvent>> keys = Map.of(
            KeyEvent.KEY_PRESSED,
            this::pressed,
            KeyEvent.KEY_RELEASED,
            this::released,
            KeyEvent.KEY_TYPED,
            this::typed);
    private Target shown = new Target.At(Place.HOME);
    private @Nullable Screen screen;
    private boolean enterHeld;
    private @Nullable TakingBack lastAct;

    @FXML
    private BorderPane frame;

    @FXML
    private VBox sidebar;

    @FXML
    private HBox top;

    @FXML
    private StackPane middle;

    @FXML
    private VBox edge;

    /** The parts of the frame that live beside the screens. */
    public record Parts(FindBox findBox, StatusView status, Runnable refresh) {}

    /** Screens are made when they are first shown. */
    public FrameView(Words words, Parts parts, Function<Place, Screen> makeScreen) {
        this.words = words;
        this.findBox = parts.findBox();
        this.status = parts.status();
        this.messages = new MessageBar(words);
        this.refresh = parts.refresh();
        this.makeScreen = makeScreen;
        this.palette = new Palette(words, this);
    }

    @FXML
    private void initialize() {
        for (Place place : Place.values()) {
            sidebar.getChildren().add(button(place));
        }
        findBox.goesTo(this);
        top.getChildren().add(findBox.field());
        edge.getChildren().setAll(messages.root(), status.root());
        status.matters().addListener((of, before, now) -> count(now.longValue()));
        count(0);
        middle.getChildren().setAll(new StackPane(), findBox.results(), palette.root());
        // On the scene, not on the frame: as long as nothing has the focus, keys go to the scene alone.
        frame.sceneProperty().addListener((of, before, now) -> {
            keys.forEach((type, handler) -> {
                if (before != null) {
                    before.removeEventFilter(type, handler);
                }
                if (now != null) {
                    now.addEventFilter(type, handler);
                }
            });
        });
    }

    /** The whole of it. */
    public Parent root() {
        return frame;
    }

    @Override
    public void go(Target target) {
        if (screen != null && !target.equals(shown)) {
            visited.leave(shown);
        }
        show(target);
    }

    private void show(Target target) {
        Screen next = screens.computeIfAbsent(target.place(), makeScreen);
        if (screen != null && !screen.equals(next)) {
            screen.hide();
        }
        findBox.close();
        palette.close();
        shown = target;
        screen = next;
        middle.getChildren().set(0, next.root());
        frame.applyCss(); // a control inside a scroll pane can take the focus only once that has its skin
        frame.layout();
        places.selectToggle(buttons.get(target.place()));
        // A control inside a scroll pane belongs to the window only once its style was applied, and takes no focus
        // before.
        next.root().applyCss();
        next.show(target);
    }

    @Override
    public void back() {
        show(visited.back().orElse(new Target.At(Place.HOME)));
    }

    @Override
    public void tell(String told) {
        messages.tell(told);
    }

    @Override
    public void warn(String told) {
        messages.warn(told);
    }

    @Override
    public void canTakeBack(TakingBack act) {
        lastAct = act;
    }

    @Override
    public void find() {
        findBox.field().requestFocus();
        findBox.field().selectAll();
    }

    private Node button(Place place) {
        FontIcon icon = new FontIcon(place.icon());
        Label name = new Label(words.say("place." + place.id()));
        Label key = new Label(place.key().getName());
        key.getStyleClass().add("key-hint");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox row = new HBox(10, icon, name, between);
        row.getStyleClass().add("place-row");
        if (place == Place.CONFLICTS) {
            conflictCount.setId("place-conflicts-count");
            conflictCount.getStyleClass().add("count");
            row.getChildren().add(conflictCount);
        }
        row.getChildren().add(key);
        ToggleButton button = new ToggleButton();
        button.setId("place-" + place.id());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(row);
        button.setAccessibleText(words.say("place." + place.id()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("place");
        button.setToggleGroup(places);
        button.setFocusTraversable(false);
        button.setOnAction(event -> go(new Target.At(place)));
        buttons.put(place, button);
        return button;
    }

    private void count(long open) {
        conflictCount.setText(Long.toString(open));
        conflictCount.setVisible(open > 0);
        conflictCount.setManaged(open > 0);
        Objects.requireNonNull(buttons.get(Place.CONFLICTS))
                .setAccessibleText(words.say("place.conflicts") + (open > 0 ? " " + open : ""));
    }

    /** Enter that is held down is one Enter: the next screen must not take its repetitions for a yes. */
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (enterHeld) {
                event.consume();
            }
            enterHeld = true;
        }
        Keys.meaning(event).filter(this::act).ifPresent(meaning -> event.consume());
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            enterHeld = false;
        }
    }

    /** Whether the key was used. */
    private boolean act(Keys.Meaning meaning) {
        switch (meaning) {
            case Keys.Meaning.Go(Target target) -> go(target);
            case Keys.Meaning.Find() -> find();
            case Keys.Meaning.Refresh() -> refresh.run();
            case Keys.Meaning.Palette() -> palette.open();
            case Keys.Meaning.Back() -> stepBack();
            case Keys.Meaning.TakeBack() -> {
                return takeBack();
            }
        }
        return true;
    }

    /** Ctrl+Z inside a text that has something to take back belongs to that text. */
    private boolean takeBack() {
        if (frame.getScene().getFocusOwner() instanceof TextInputControl text && text.isUndoable()) {
            return false;
        }
        if (lastAct == null) {
            tell(words.say("frame.nothing-to-take-back"));
            return true;
        }
        Runnable undo = lastAct.undo();
        lastAct = null;
        undo.run();
        return true;
    }

    private void stepBack() {
        if (palette.isOpen()) {
            palette.close();
        } else if (findBox.isOpen()) {
            findBox.close();
        } else if (screen != null && !screen.back()) {
            back();
        }
    }

    /** What is typed where no text is being written goes into the box at the top. */
    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean writes = text.length() == 1 && Character.isLetterOrDigit(text.charAt(0));
        boolean bare = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (writes && bare && frame.getScene().getFocusOwner() == null
                || writes && bare && !takesText(frame.getScene().getFocusOwner())) {
            findBox.field().requestFocus();
            findBox.field().appendText(text);
            event.consume();
        }
    }

    /** Controls that make use of letters themselves: texts, and those that say so. */
    private static boolean takesText(Node focused) {
        return focused instanceof TextInputControl || focused.getProperties().containsKey("takes-text");
    }
}
