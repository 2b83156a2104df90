package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window goes on while the whole register is fetched. */
final class ResyncTest {
    private static final int ENTRIES = Integer.getInteger("gatebook.resync.entries", 2_000);

    /** Of the time that the whole takes, no frame may take this part: a window that waits for it takes all of it. */
    private static final int PART = 4;

    private final Clock clock = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void noFrameWaitsForAFullLoad() throws Exception {
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
            long begun = System.nanoTime();
            AtomicLong longest = new AtomicLong();
            try (GateWindow gate = GateWindow.open(second, clock)) {
                AnimationTimer frames = TestWindow.onWindow(() -> new Frames(longest));
                TestWindow.onWindow(() -> {
                    frames.start();
                    return frames;
                });
                gate.window.until(
                        () -> gate.window.text("home-parked").equals(Integer.toString(ENTRIES)),
                        Duration.ofMinutes(10));
                TestWindow.onWindow(() -> {
                    frames.stop();
                    return frames;
                });
            }
            long whole = System.nanoTime() - begun;
            System.out.printf(
                    "full load of %d entries in %d ms, longest frame %d ms%n",
                    ENTRIES, whole / 1_000_000, longest.get() / 1_000_000);
            assertThat(longest.get()).isLessThan(whole / PART);
        }
    }

    private static final class Frames extends AnimationTimer {
        private final AtomicLong longest;
        private long before;

        private Frames(AtomicLong longest) {
            this.longest = longest;
        }

        @Override
        public void handle(long now) {
            if (before != 0) {
                longest.accumulateAndGet(now - before, Math::max);
            }
            before = now;
        }
    }
}
