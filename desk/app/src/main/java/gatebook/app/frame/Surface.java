package gatebook.app.frame;

/** What a screen may ask of the window around it. Lives on the window's thread. */
public interface Surface {
    void go(Target target);

    /** Goes back to where the person was before. */
    void back();

    /** Tells of something that was done; goes by itself after a while. */
    void tell(String words);

    /** Tells of something to act on; stays until it is read. */
    void warn(String words);

    /** Lets Ctrl+Z take back what was just done; forgotten with the next act. */
    void canTakeBack(TakingBack act);

    /** Sets the focus into the box at the top. */
    void find();

    /** The last act, and how it is undone. */
    record TakingBack(String words, Runnable undo) {}
}
