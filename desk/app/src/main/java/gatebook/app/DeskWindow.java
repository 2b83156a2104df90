package gatebook.app;

import gatebook.app.desk.WindowOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The window's one door. Does not extend Application itself: a class that does cannot be started from a class path. */
public final class DeskWindow {
    private static final AtomicReference<@Nullable WindowOptions> OPENED_WITH = new AtomicReference<>();
    /** Warns at each start that JavaFX lies on the class path, where this program puts it; kept, or its level would go. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final String WELL = "";

    /** Completes when the register is closed: with nothing to say, or with why no window could be opened. */
    private static final CompletableFuture<String> CLOSED = new CompletableFuture<>();

    private static final AtomicReference<Runnable> CLOSING = new AtomicReference<>(DeskWindow::closed);

    private DeskWindow() {}

    /**
     * Opens the window and returns when it was closed and what was under way at the gate has come to its end. Once per
     * process, as JavaFX has it.
     *
     * @return why no window could be opened, as on a machine without a screen; empty after one was
     */
    public static Optional<String> open(WindowOptions options) {
        if (!OPENED_WITH.compareAndSet(null, options)) {
            throw new IllegalStateException("the window was opened in this process before");
        }
        Thread.ofPlatform().name("gatebook-window").daemon().start(DeskWindow::launch);
        String fault = CLOSED.join();
        return fault.isEmpty() ? Optional.empty() : Optional.of(fault);
    }

    private static void launch() {
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Application.launch(DeskApplication.class);
        } catch (UnsupportedOperationException noScreen) {
            CLOSED.complete(String.valueOf(noScreen.getMessage()));
        }
    }

    /**
     * Closes the register under the window, as closing the window does; {@link #open} then returns. Callable from any thread,
     * also while the process is told to end: the window itself may be gone by then.
     */
    public static void close() {
        CLOSING.get().run();
    }

    /** From now on there is something to close. */
    static void opened(Runnable closing) {
        CLOSING.set(closing);
    }

    /** The register is closed: nothing is left to wait for. */
    static void closed() {
        CLOSED.complete(WELL);
    }

    static WindowOptions options() {
        WindowOptions options = OPENED_WITH.get();
        if (options == null) {
            throw new IllegalStateException("the window is opened by DeskWindow.open");
        }
        return options;
    }
}
