package gatebook.app.desk;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does what may take time off the window's thread, and hands what came of it back to that thread. What goes wrong is told
 * once, to the one who listens for faults; the work's own listener then hears nothing. Thread-safe.
 */
public final class Background implements AutoCloseable {
    private static final Runnable NOTHING = () -> {};

    private final Executor window;
    private final Consumer<Throwable> faults;
    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("gatebook-desk").daemon().factory());
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param window runs a task on the window's thread, soon
     * @param faults is told on the window's thread
     */
    public Background(Executor window, Consumer<Throwable> faults) {
        this.window = window;
        this.faults = faults;
    }

    /** Work of the gate: one after another, in the order in which it was asked for. */
    public <T> void inOrder(Supplier<T> work, Consumer<T> then) {
        run(inOrder, work, then, NOTHING);
    }

    /** As the other; {@code broken} is run on the window's thread where the work ended in a fault. */
    public <T> void inOrder(Supplier<T> work, Consumer<T> then, Runnable broken) {
        run(inOrder, work, then, broken);
    }

    /** Reading and waiting: beside everything else. */
    public <T> void beside(Supplier<T> work, Consumer<T> then) {
        run(beside, work, then, NOTHING);
    }

    /** Runs a task on the window's thread, soon. */
    public void onWindow(Runnable task) {
        window.execute(task);
    }

    private <T> void run(ExecutorService where, Supplier<T> work, Consumer<T> then, Runnable broken) {
        try {
            where.execute(() -> {
                try {
                    T result = work.get();
                    window.execute(() -> then.accept(result));
                } catch (RuntimeException | Error fault) {
                    // One of the three edges where faults end: the person is told, the window lives on.
                    window.execute(() -> {
                        faults.accept(fault);
                        broken.run();
                    });
                }
            });
        } catch (RejectedExecutionException closing) {
            // The window is being closed: nobody is left to be shown the answer.
        }
    }

    /** Lets the gate's work that was asked for come to its end. */
    @Override
    public void close() {
        inOrder.close();
        beside.close();
    }
}
