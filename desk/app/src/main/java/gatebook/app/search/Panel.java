package gatebook.app.search;

import gatebook.app.look.FollowFocus;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A panel beside the list: a title, what is asked, what is wrong with it, and two buttons. Enter does it, Esc closes it. */
final class Panel {
    private final VBox asked = new VBox();
    private final Label wrong = new Label();
    private final Button doIt = new Button();
    private final VBox whole;

    Panel(String id, String title, String act, String close, Runnable onClose) {
        Label name = new Label(title);
        name.getStyleClass().add("panel-title");
        name.setWrapText(true);
        asked.getStyleClass().add("panel-asked");
        wrong.setId(id + "-wrong");
        wrong.getStyleClass().add("wrong");
        wrong.setWrapText(true);
        doIt.setId(id + "-do");
        doIt.setText(act);
        doIt.setDefaultButton(true);
        Button leave = new Button(close);
        leave.setId(id + "-close");
        leave.setOnAction(event -> onClose.run());
        ScrollPane scroll = new ScrollPane(asked);
        scroll.setFitToWidth(true);
        FollowFocus.in(scroll);
        whole = new VBox(name, scroll, wrong, new FlowPane(8, 8, doIt, leave));
        whole.setId(id);
        whole.getStyleClass().add("panel");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        whole.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
                doIt.fire();
                event.consume();
            }
        });
        tell("");
    }

    Node root() {
        return whole;
    }

    /** A question, its name above it. */
    void ask(String name, Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        asked.getChildren().add(new VBox(2, label, control));
    }

    void say(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        asked.getChildren().add(label);
    }

    void add(Node control) {
        asked.getChildren().add(control);
    }

    void onAct(Runnable act) {
        doIt.setOnAction(event -> act.run());
    }

    /** What is wrong; empty for nothing. */
    void tell(String text) {
        wrong.setText(text);
        wrong.setVisible(!text.isEmpty());
        wrong.setManaged(!text.isEmpty());
    }
}
