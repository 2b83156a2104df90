package gatebook.app.frame;

import gatebook.app.words.Words;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** One line above the status bar: what was done, or what is wrong. A warning stays until it is closed. */
final class MessageBar {
    private static final Duration SHOWN = Duration.seconds(6);

    private final Label text = new Label();
    private final Button close = new Button("✕");
    private final HBox bar = new HBox(12, text, close);
    private final PauseTransition going = new PauseTransition(SHOWN);

    MessageBar(Words words) {
        bar.setId("message");
        bar.getStyleClass().add("message");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        close.setAccessibleText(words.say("frame.close-message"));
        close.setFocusTraversable(false);
        close.setOnAction(event -> hide());
        going.setOnFinished(event -> hide());
        hide();
    }

    Node root() {
        return bar;
    }

    void tell(String words) {
        show(words, "told");
        going.playFromStart();
    }

    void warn(String words) {
        going.stop();
        show(words, "warned");
    }

    private void show(String words, String style) {
        text.setText(words);
        bar.getStyleClass().removeAll("told", "warned");
        bar.getStyleClass().add(style);
        bar.setVisible(true);
        bar.setManaged(true);
    }

    private void hide() {
        bar.setVisible(false);
        bar.setManaged(false);
    }
}
