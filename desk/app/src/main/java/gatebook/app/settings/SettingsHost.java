package gatebook.app.settings;

import gatebook.app.look.Choices;
import gatebook.store.file.UnsentWork;
import java.nio.file.Path;

/** What the settings may ask of whoever opened the window. Lives on the window's thread. */
public interface SettingsHost {
    Choices choices();

    /** Puts choices in force and keeps them. */
    void choose(Choices chosen);

    /** Closes the register, puts a backup in its place, and opens that. */
    void restore(Path backup, UnsentWork unsent);
}
