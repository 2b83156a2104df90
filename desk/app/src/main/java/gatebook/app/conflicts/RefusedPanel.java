package gatebook.app.conflicts;

import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.query.QueueItem;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One operation that the cloud refused for good: why, and what can be done about it. */
final class RefusedPanel {
    private final VBox whole = new VBox();
    private final TextField reason = new TextField();
    private final Label wrong = new Label();
    private final Button retry;

    /** What a person may ask for here. */
    record Ways(Runnable retry, Consumer<String> discard, Runnable correct) {}

    RefusedPanel(Waiting.Refused refused, Times times, Ways ways) {
        Words words = times.words();
        QueueItem operation = refused.operation();
        Label title = label("refused-title", words.say("conflicts.refused.title", refused.vehicle()));
        title.getStyleClass().add("panel-title");
        String kind = words.say("conflicts.operation." + operation.kind().name().toLowerCase(Locale.ROOT));
        Label what = label(
                "refused-what",
                words.say(
                        "conflicts.refused.what",
                        kind,
                        times.whole(operation.madeAt()),
                        operation.actor(),
                        operation.attempts().retries()));
        String error = Objects.requireNonNullElse(operation.attempts().error(), "");
        Label why = label("refused-why", words.say("conflicts.refused.why", new Refusals(times).ofCloud(error)));
        why.getStyleClass().add("wrong");
        retry = button("refused-retry", words.say("conflicts.refused.retry"), ways.retry());
        Button correct = button("refused-correct", words.say("conflicts.refused.correct"), ways.correct());
        Button discard =
                button("refused-discard", words.say("conflicts.refused.discard"), () -> discard(words, ways.discard()));
        reason.setId("refused-reason");
        reason.setOnAction(event -> discard.fire());
        Label asked = new Label(words.say("conflicts.refused.reason"));
        asked.setLabelFor(reason);
        wrong.setId("refused-wrong");
        wrong.getStyleClass().add("wrong");
        wrong.setWrapText(true);
        whole.setId("refused");
        whole.getStyleClass().add("panel");
        whole.getChildren()
                .setAll(
                        title,
                        what,
                        why,
                        label("refused-ways", words.say("conflicts.refused.ways")),
                        new FlowPane(8, 8, retry, correct),
                        asked,
                        reason,
                        discard,
                        wrong);
    }

    Node root() {
        return whole;
    }

    void focus() {
        retry.requestFocus();
    }

    void tell(String text) {
        wrong.setText(text);
    }

    private void discard(Words words, Consumer<String> act) {
        if (reason.getText().isBlank()) {
            tell(words.say("search.reason-missing"));
            reason.requestFocus();
        } else {
            act.accept(reason.getText());
        }
    }

    private static Button button(String id, String text, Runnable act) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> act.run());
        return button;
    }

    private static Label label(String id, String text) {
        Label label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        return label;
    }
}
