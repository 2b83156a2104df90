package gatebook.app.history;

import gatebook.app.frame.Surface;
import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.witness.Finding;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was found out about the trails and nobody has acknowledged: each with a box for what it was, as it is to be kept. */
final class FindingsPanel {
    private final HistoryViewModel model;
    private final Surface surface;
    private final Supplier<String> attendant;
    private final Times times;
    private final Words words;
    private final VBox box = new VBox();

    FindingsPanel(HistoryViewModel model, Surface surface, Supplier<String> attendant, Times times) {
        this.model = model;
        this.surface = surface;
        this.attendant = attendant;
        this.times = times;
        this.words = times.words();
        box.setId("findings");
        box.getStyleClass().add("findings");
        show(List.of());
    }

    Node root() {
        return box;
    }

    /** Shows these and no others. */
    void show(List<Finding> findings) {
        box.getChildren().setAll(findings.stream().map(this::card).toList());
        HistoryView.pane(box, !findings.isEmpty());
    }

    private Node card(Finding finding) {
        Label what = new Label(new TrailWords(words, times).finding(finding));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        TextField reason = new TextField();
        reason.setId("finding-reason-" + finding.id());
        reason.setPromptText(words.say("history.finding-reason"));
        reason.setAccessibleText(words.say("history.finding-reason"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button acknowledge = new Button(words.say("history.acknowledge"));
        acknowledge.setId("finding-acknowledge-" + finding.id());
        acknowledge.setMinWidth(Region.USE_PREF_SIZE);
        acknowledge.disableProperty().bind(reason.textProperty().map(String::isBlank));
        acknowledge.setOnAction(event -> acknowledge(finding, reason));
        reason.setOnAction(event -> acknowledge(finding, reason));
        VBox card = new VBox(what, new HBox(8, reason, acknowledge));
        card.getStyleClass().add("card");
        return card;
    }

    private void acknowledge(Finding finding, TextField reason) {
        if (reason.getText().isBlank()) {
            return;
        }
        model.acknowledge(finding, attendant.get(), reason.getText(), answer -> {
            switch (answer) {
                case HistoryViewModel.Acknowledged.Kept(var left) -> {
                    show(left);
                    surface.tell(words.say("history.acknowledged", finding.id()));
                }
                case HistoryViewModel.Acknowledged.BadWords(var faults) -> {
                    surface.warn(words.say("history.bad-words", new Refusals(times).named(faults)));
                    reason.requestFocus();
                }
            }
        });
    }
}
