package gatebook.app.look;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls to what has the focus, so that nobody types where it cannot be seen. */
public final class FollowFocus {
    private FollowFocus() {}

    /** From now on, as long as the pane lives in a window. */
    public static void in(ScrollPane pane) {
        ChangeListener<Node> moved = (of, before, now) -> {
            if (now != null) {
                Platform.runLater(() -> show(pane, now));
            }
        };
        pane.sceneProperty().addListener((of, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(moved);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(moved);
            }
        });
    }

    private static void show(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        if (pane.getScene() == null || content == null || !isWithin(node, content)) {
            return;
        }
        pane.applyCss();
        pane.layout();
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - seen;
        double top = pane.getVvalue() * hidden;
        if (hidden > 0 && place.getMaxY() > top + seen) {
            pane.setVvalue(Math.min(1, (place.getMaxY() - seen) / hidden));
        } else if (hidden > 0 && place.getMinY() < top) {
            pane.setVvalue(Math.max(0, place.getMinY() / hidden));
        }
    }

    private static boolean isWithin(Node node, Node content) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }
}
