package gatebook.app.exit;

import gatebook.app.words.Times;
import gatebook.rules.entry.Entry;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The vehicle that leaves and what it owes, large; the cash that was given, and what goes back for it. */
final class BillPane {
    private final Times times;
    private final BillWords told;
    private final Runnable entered;
    private @Nullable Bill shown;

    @FXML
    private VBox bill;

    @FXML
    private Label plate;

    @FXML
    private Label about;

    @FXML
    private Label came;

    @FXML
    private Label stayed;

    @FXML
    private Label rate;

    @FXML
    private Label fee;

    @FXML
    private Label insteadOf;

    @FXML
    private TextField given;

    @FXML
    private Label change;

    /** {@code entered} is run at an Enter in the box for the cash. */
    BillPane(Times times, Runnable entered) {
        this.times = times;
        this.told = new BillWords(times.words());
        this.entered = entered;
    }

    @FXML
    private void initialize() {
        given.textProperty().addListener((of, before, now) -> showChange());
    }

    @FXML
    private void enter() {
        entered.run();
    }

    Node root() {
        return bill;
    }

    void show(Bill now) {
        shown = now;
        Entry entry = now.entry();
        plate.setText(entry.plate().typed());
        about.setText(told.about(entry));
        came.setText(times.whole(entry.entryTime()));
        stayed.setText(told.stayed(now));
        stayed.getStyleClass().remove("overstay");
        if (now.isOverstay()) {
            stayed.getStyleClass().add("overstay");
        }
        rate.setText(told.rate(now));
        fee.setText(told.fee(now));
        insteadOf.setText(told.insteadOf(now));
        insteadOf.setVisible(!insteadOf.getText().isEmpty());
        insteadOf.setManaged(insteadOf.isVisible());
        showChange();
    }

    /** Forgets what was given for another vehicle. */
    void clear() {
        given.clear();
    }

    void requestFocus() {
        given.requestFocus();
    }

    /** Whether the vehicle may leave with the cash that was given. */
    boolean isEnough() {
        return given().map(BillWords.Given::isEnough).orElse(true);
    }

    /** What goes back for the cash, in words; empty where none was counted. */
    String back() {
        return given.getText().isBlank() ? "" : change.getText();
    }

    private void showChange() {
        change.getStyleClass().remove("fault");
        change.setText(given().map(BillWords.Given::text).orElse(""));
        if (!isEnough()) {
            change.getStyleClass().add("fault");
        }
    }

    private Optional<BillWords.Given> given() {
        return Optional.ofNullable(shown).flatMap(Bill::fee).map(owed -> told.given(given.getText(), owed));
    }
}
