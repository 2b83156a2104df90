package gatebook.bench.window;

import gatebook.bench.figure.Timings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** How long the window's thread lets somebody wait: asked every few milliseconds, as a key might be pressed. */
final class Pace {
    private static final Duration APART = Duration.ofMillis(5);

    private final Timings waits = new Timings();
    private volatile boolean ended;
    private final Thread asking = Thread.ofPlatform().name("pace").daemon().unstarted(this::ask);

    void begin() {
        asking.start();
    }

    private void ask() {
        try {
            while (!ended) {
                CountDownLatch heard = new CountDownLatch(1);
                long begun = System.nanoTime();
                Platform.runLater(heard::countDown);
                heard.await();
                waits.add(System.nanoTime() - begun);
                Thread.sleep(APART);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The 99th of a hundred waits and the longest one, in milliseconds; asks no more. */
    String end() {
        ended = true;
        try {
            asking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return waits.percentileMillis(99) + " " + waits.percentileMillis(100);
    }
}
