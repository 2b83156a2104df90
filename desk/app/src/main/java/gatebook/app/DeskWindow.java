package gatebook.app;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The window's one door. Does not extend Application itself: a class that does cannot be started from a class path. */
public final class DeskWindow {
    private static final AtomicReference<@Nullable WindowOptions> OPENED_WITH = new AtomicReference<>();

    private DeskWindow() {}

    /** Opens the window and returns when it was closed. Once per process, as JavaFX has it. */
    public static void open(WindowOptions options) {
        if (!OPENED_WITH.compareAndSet(null, options)) {
            throw new IllegalStateException("the window was opened in this process before");
        }
        Application.launch(DeskApplication.class);
    }

    static WindowOptions options() {
        WindowOptions options = OPENED_WITH.get();
        if (options == null) {
            throw new IllegalStateException("the window is opened by DeskWindow.open");
        }
        return options;
    }
}
