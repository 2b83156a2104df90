package gatebook.app.frame;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The places of the sidebar, in its order, each with the key that leads there from anywhere. */
public enum Place {
    HOME(KeyCode.F6, Material2OutlinedAL.HOME),
    ENTRY(KeyCode.F2, Material2OutlinedAL.ADD_CIRCLE_OUTLINE),
    EXIT(KeyCode.F3, Material2OutlinedAL.EXIT_TO_APP),
    SEARCH(KeyCode.F4, Material2OutlinedMZ.SEARCH),
    CONFLICTS(KeyCode.F8, Material2OutlinedAL.CALL_SPLIT),
    HISTORY(KeyCode.F9, Material2OutlinedAL.HISTORY),
    SETTINGS(KeyCode.F10, Material2OutlinedMZ.SETTINGS);

    private final KeyCode key;
    private final Ikon icon;

    Place(KeyCode key, Ikon icon) {
        this.key = key;
        this.icon = icon;
    }

    /** Leads here from anywhere. */
    public KeyCode key() {
        return key;
    }

    Ikon icon() {
        return icon;
    }

    /** Names it among the words and among the window's nodes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
