package gatebook.app.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rings when records may have changed, whoever changed them. Many strokes at once are heard as one. Thread-safe. */
public final class Bell {
    private final Background background;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean rung = new AtomicBoolean();

    Bell(Background background) {
        this.background = background;
    }

    /** The listener is called on the window's thread. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Forgets who listened: the window is built anew. */
    public void forgetListeners() {
        listeners.clear();
    }

    public void ring() {
        if (rung.compareAndSet(false, true)) {
            background.onWindow(() -> {
                rung.set(false);
                listeners.forEach(Runnable::run);
            });
        }
    }
}
