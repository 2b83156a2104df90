package gatebook.app.look;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for a file by the dialog of the person's own system. Called on the window's thread, and waits for the answer. */
public final class Choosing {
    private Choosing() {}

    /** A file that is there; empty where none was chosen. */
    public static Optional<Path> toOpen(Window over, Path folder) {
        return path(in(folder).showOpenDialog(over));
    }

    /** A file that may be new; empty where none was chosen. */
    public static Optional<Path> toSave(Window over, Path suggested) {
        Path folder = suggested.toAbsolutePath().getParent();
        FileChooser dialog = in(folder == null ? suggested : folder);
        dialog.setInitialFileName(String.valueOf(suggested.getFileName()));
        return path(dialog.showSaveDialog(over));
    }

    /** A folder that is not there makes the dialog fail: it begins where it likes then. */
    private static FileChooser in(Path folder) {
        FileChooser dialog = new FileChooser();
        if (Files.isDirectory(folder)) {
            dialog.setInitialDirectory(folder.toFile());
        }
        return dialog;
    }

    private static Optional<Path> path(@Nullable File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
