package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.app.frame.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window goes on while the whole register is fetched. How long it lets wait is measured by the benchmark
 * {@code window-resync}; here its thread is watched, and never found where it would wait.
 */
final class ResyncTest {
    private static final int ENTRIES = 2_000;
    private static final String STORE = "gatebook.store.sqlite.";
    private static final String NETWORK = "gatebook.sync.transport.";

    private final Clock clock = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void nothingOfTheRegisterOrTheCloudIsWaitedForOnTheWindowsThread() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        try (TestSite site = new TestSite(folder.resolve("cloud"));
                CuttableLine line = new CuttableLine(site.port())) {
            site.joins(first, line.address());
            GateWindow.came(first, clock, "MH", ENTRIES);
            try (GateWindow gate = GateWindow.open(first, clock)) {
                gate.shows("pending", "pending");
                gate.window.until(() -> gate.window.text("pending").isEmpty(), Duration.ofMinutes(10));
            }
            site.joins(second, line.address());
            try (Watched watched = new Watched(TestWindow.onWindow(Thread::currentThread));
                    GateWindow gate = GateWindow.open(second, clock)) {
                for (Place place : Place.values()) {
                    gate.press(place.key());
                }
                gate.press(Place.HOME.key());
                gate.window.until(
                        () -> gate.window.text("home-parked").equals(Integer.toString(ENTRIES)),
                        Duration.ofMinutes(10));
                assertThat(watched.foundIn()).isEmpty();
            }
        }
    }

    /** Looks again and again at what a thread is doing. */
    private static final class Watched implements AutoCloseable {
        private final Set<String> foundIn = ConcurrentHashMap.newKeySet();
        private volatile boolean ended;

        private Watched(Thread thread) {
            Thread.ofPlatform().name("watching").daemon().start(() -> {
                while (!ended) {
                    Arrays.stream(thread.getStackTrace())
                            .map(StackTraceElement::toString)
                            .filter(frame -> frame.contains(STORE) || frame.contains(NETWORK))
                            .forEach(foundIn::add);
                }
            });
        }

        private Set<String> foundIn() {
            return foundIn;
        }

        @Override
        public void close() {
            ended = true;
        }
    }
}
