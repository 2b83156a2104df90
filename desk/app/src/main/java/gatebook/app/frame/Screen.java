package gatebook.app.frame;

import javafx.scene.Node;

/** What stands in the middle of the window. Made once, shown again and again; lives on the window's thread. */
public interface Screen {
    Node root();

    /** It is shown from now on, for this target, which leads to its place. Puts the focus where the work begins. */
    void show(Target target);

    /** Another one is shown from now on. What was typed stays. */
    default void hide() {}

    /**
     * Esc was pressed: undoes one step inside the screen, such as closing a panel.
     *
     * @return whether there was such a step; else the frame goes back
     */
    default boolean back() {
        return false;
    }
}
