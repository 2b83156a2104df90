package gatebook.app.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Rings when records may have changed, whoever changed them: the first time at once, then no more often than the eye follows,
 * so that a load of a hundred thousand records does not paint the window anew for each page. Thread-safe.
 */
public final class Bell {
    private static final Duration APART = Duration.millis(200);

    private final Background background;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final PauseTransition still = new PauseTransition(APART);

    Bell(Background background) {
        this.background = background;
        still.setOnFinished(event -> hearIfRung());
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
                if (still.getStatus() != Animation.Status.RUNNING) {
                    hearIfRung();
                }
            });
        }
    }

    private void hearIfRung() {
        if (rung.compareAndSet(true, false)) {
            still.playFromStart();
            listeners.forEach(Runnable::run);
        }
    }
}
