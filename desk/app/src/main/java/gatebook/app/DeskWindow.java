package gatebook.app;

import gatebook.app.desk.WindowOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The window's one door. Does not extend Application itself: a class that does cannot be started from a class path. */
public final class DeskWindow {
    private static final AtomicReference<@Nullable WindowOptions> OPENED_WITH = new AtomicReference<>();
    private static final CountDownLatch CLOSED = new CountDownLatch(1);
    private static final AtomicReference<Runnable> CLOSING = new AtomicReference<>(CLOSED::countDown);

    private DeskWindow() {}

    /**
     * Opens the window and returns when it was closed and what was under way at the gate has come to its end. Once per
     * process, as JavaFX has it.
     */
    public static void open(WindowOptions options) {
        if (!OPENED_WITH.compareAndSet(null, options)) {
            throw new IllegalStateException("the window was opened in this process before");
        }
        Thread.ofPlatform().name("gatebook-window").daemon().start(() -> Application.launch(DeskApplication.class));
        try {
            CLOSED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        CLOSED.countDown();
    }

    static WindowOptions options() {
        WindowOptions options = OPENED_WITH.get();
        if (options == null) {
            throw new IllegalStateException("the window is opened by DeskWindow.open");
        }
        return options;
    }
}
