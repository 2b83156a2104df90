package gatebook.app.home;

import gatebook.app.frame.Surface;
import gatebook.app.frame.Target;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Lines about vehicles, one under the other, each leading on. They are written anew, not made anew: that costs the most. */
final class Lines {
    private final Surface surface;
    private final Label none;

    Lines(Surface surface, String none) {
        this.surface = surface;
        this.none = new Label(none);
    }

    /**
     * One line.
     *
     * @param lead stands before the text, in the style named
     */
    record Line(String lead, String style, String text, Target target) {}

    void show(VBox box, List<Line> lines) {
        ObservableList<Node> shown = box.getChildren();
        if (lines.isEmpty()) {
            shown.setAll(none);
            return;
        }
        shown.remove(none);
        while (shown.size() > lines.size()) {
            shown.removeLast();
        }
        while (shown.size() < lines.size()) {
            shown.add(made());
        }
        for (int at = 0; at < lines.size(); at++) {
            write((Button) shown.get(at), lines.get(at));
        }
    }

    private static Button made() {
        Label lead = new Label();
        lead.getStyleClass().add("way");
        Button line = new Button("", lead);
        line.getStyleClass().addAll("flat", "line");
        line.setMaxWidth(Double.MAX_VALUE);
        return line;
    }

    private void write(Button button, Line line) {
        if (line.equals(button.getUserData())) {
            return;
        }
        button.setUserData(line);
        Label lead = (Label) button.getGraphic();
        lead.setText(line.lead());
        if (!lead.getStyleClass().getLast().equals(line.style())) {
            lead.getStyleClass().setAll("label", "way", line.style());
        }
        button.setText(line.text());
        button.setAccessibleText(line.lead() + " " + line.text());
        button.setOnAction(event -> surface.go(line.target()));
    }
}
