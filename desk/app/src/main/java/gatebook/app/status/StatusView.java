package gatebook.app.status;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The status bar: the dot, the words of the line, the run under way, what waits, the button that syncs. */
public final class StatusView {
    private final StatusViewModel model;

    @FXML
    private HBox bar;

    @FXML
    private Label dot;

    @FXML
    private Label link;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label pending;

    @FXML
    private Label last;

    @FXML
    private Label whyNoSync;

    @FXML
    private Button syncNow;

    public StatusView(StatusViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.line().addListener((of, before, now) -> show(now));
        show(model.line().get());
    }

    public Node root() {
        return bar;
    }

    /** How many matters wait for a person, as the inbox lists them. */
    public ReadOnlyLongProperty matters() {
        return model.matters();
    }

    @FXML
    private void syncNow() {
        model.syncNow();
    }

    private void show(StatusLine line) {
        boolean green = line.light() == StatusLine.Light.GREEN;
        dot.getStyleClass().removeAll("online", "offline");
        dot.getStyleClass().add(green ? "online" : "offline");
        link.setText(line.link());
        pending.setText(line.pending());
        pending.setManaged(!line.pending().isEmpty());
        last.setText(line.last());
        progress.setVisible(line.fraction() >= 0);
        progress.setManaged(line.fraction() >= 0);
        progress.setProgress(Math.max(0, line.fraction()));
        syncNow.setText(model.say(line.asks()));
        syncNow.setDisable(!line.whyNoSync().isEmpty());
        whyNoSync.setText(line.whyNoSync());
        whyNoSync.setManaged(!line.whyNoSync().isEmpty() && line.fraction() < 0);
        whyNoSync.setVisible(whyNoSync.isManaged());
        syncNow.setTooltip(line.whyNoSync().isEmpty() ? null : new Tooltip(line.whyNoSync()));
    }
}
