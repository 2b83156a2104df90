package gatebook.app.opening;

import java.nio.file.Path;

/** What a person can ask for where the register is not shown. Lives on the window's thread. */
public interface Remedies {
    /** Opens it once more, as usual. */
    void tryAgain();

    /** Shows who is inside, from the file as it lies there, and changes nothing. */
    void lookInside();

    /** Begins an empty register; what is left of the earlier one is kept aside. */
    void startAnew();

    /** Puts a backup in its place. */
    void putBack(Path backup);
}
