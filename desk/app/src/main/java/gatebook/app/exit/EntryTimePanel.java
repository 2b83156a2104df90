package gatebook.app.exit;

import gatebook.app.words.Times;
import gatebook.app.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks when a vehicle really came in; takes a time that is one and does not lie ahead. */
final class EntryTimePanel {
    private final Words words;
    private final ZoneId zone;
    private final Supplier<Instant> now;
    private final Consumer<Instant> taken;
    private final TextField typed = new TextField();
    private final Label fault = new Label();
    private final VBox box;
    private Instant stood = Instant.EPOCH;

    EntryTimePanel(Times times, Supplier<Instant> now, Consumer<Instant> taken) {
        this.words = times.words();
        this.zone = times.zone();
        this.now = now;
        this.taken = taken;
        Label name = new Label(words.say("exit.entry-time"));
        name.setLabelFor(typed);
        typed.setId("exit-entry-time");
        typed.setOnAction(event -> take());
        Label hint = new Label(words.say("exit.entry-time-hint"));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        fault.setId("exit-time-fault");
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        box = new VBox(name, typed, hint, fault);
        box.getStyleClass().add("card");
        close();
    }

    Node root() {
        return box;
    }

    boolean isOpen() {
        return box.isVisible();
    }

    void open(Instant entryTime) {
        stood = entryTime;
        typed.setText(TypedTime.show(entryTime, zone));
        tell("");
        show(true);
        typed.requestFocus();
        typed.selectAll();
    }

    void close() {
        show(false);
    }

    /** Why the time was not taken. */
    void tell(String why) {
        fault.setText(why);
    }

    private void take() {
        Optional<Instant> time = TypedTime.read(typed.getText(), stood, zone);
        if (time.isEmpty()) {
            tell(words.say("exit.no-time"));
        } else if (time.get().isAfter(now.get())) {
            tell(words.say("exit.time-ahead"));
        } else {
            taken.accept(time.get());
        }
    }

    private void show(boolean shown) {
        box.setVisible(shown);
        box.setManaged(shown);
    }
}
