package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.desk.OpenDesk;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.store.query.EntryFilter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is looked for is answered off the window's thread. How fast is printed, each question many times, over a register
 * of one's own with {@code -Dgatebook.search.register=FOLDER}; docs/performance.md has the figures.
 */
final class SearchSpeedTest {
    private static final String REGISTER = System.getProperty("gatebook.search.register", "");
    private static final int TIMES = Integer.getInteger("gatebook.search.times", 3);
    private static final int SHOWN = 501;
    private static final int VEHICLES = 500;

    private final Clock clock = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void everyQuestionIsAnsweredAndTheWindowShowsIt() {
        Path home = REGISTER.isEmpty() ? folder : Path.of(REGISTER);
        if (REGISTER.isEmpty()) {
            GateWindow.came(folder, clock, "MH12AB", VEHICLES);
        }
        try (TestWindow window = TestWindow.open(TestWindow.options(home, clock, UuidCreator::getTimeOrderedEpoch))) {
            OpenDesk desk = window.desk();
            filters().forEach((name, filter) -> told(name, () -> desk.entries().list(filter.withLimit(SHOWN))));
            for (String typed : List.of("4711", "MH12AB4711", "A-00005", "nothing such")) {
                told("find " + typed, () -> desk.entries().find(typed));
            }
            told("in the window, typed at the top", () -> {
                window.press(KeyCode.F, KeyCode.CONTROL);
                window.type("mh12");
                window.until(() -> window.scene().lookup("#find-results") instanceof ListView<?> list
                        && list.isVisible()
                        && !list.getItems().isEmpty());
                window.press(KeyCode.ESCAPE);
            });
            assertThat(desk.entries().list(EntryFilter.ANY.withLimit(SHOWN))).isNotEmpty();
        }
    }

    private Map<String, EntryFilter> filters() {
        Instant now = clock.instant();
        Map<String, EntryFilter> asked = new LinkedHashMap<>();
        asked.put("newest", EntryFilter.ANY);
        asked.put("inside", EntryFilter.ANY.withStatus(Status.PARKED));
        for (String typed : List.of("m", "mh", "mh12", "mh12ab47", "4711", "a-00005", "ramesh 4", "konkan", "nobody")) {
            asked.put("typed " + typed, EntryFilter.ANY.withSearch(typed));
        }
        asked.put("transport konkan", EntryFilter.ANY.withTransport("konkan"));
        asked.put("transport nobody", EntryFilter.ANY.withTransport("nobody"));
        asked.put("unpaid", EntryFilter.ANY.withPayment(PaymentStatus.UNPAID));
        asked.put("refunded", EntryFilter.ANY.withPayment(PaymentStatus.REFUNDED));
        asked.put("typed mh12 and inside", EntryFilter.ANY.withSearch("mh12").withStatus(Status.PARKED));
        asked.put("typed mh12 and unpaid", EntryFilter.ANY.withSearch("mh12").withPayment(PaymentStatus.UNPAID));
        asked.put(
                "konkan four years ago",
                EntryFilter.ANY
                        .withSearch("konkan")
                        .between(now.minus(Duration.ofDays(4 * 365)), now.minus(Duration.ofDays(4 * 365 - 30))));
        return asked;
    }

    /** The processor's time beside the clock's: other work on the machine makes the one long, and hardly the other. */
    private static void told(String name, Runnable question) {
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        List<Double> took = new ArrayList<>();
        List<Double> worked = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            long begun = System.nanoTime();
            long before = processor.getCurrentThreadCpuTime();
            question.run();
            worked.add((processor.getCurrentThreadCpuTime() - before) / 1e6);
            took.add((System.nanoTime() - begun) / 1e6);
        }
        took.sort(null);
        worked.sort(null);
        int ninetyFifth = Math.min(TIMES - 1, TIMES * 95 / 100);
        System.out.printf(
                "## %-36s p50 %6.1f ms   p95 %6.1f ms   of the processor p50 %6.1f ms   p95 %6.1f ms%n",
                name, took.get(TIMES / 2), took.get(ninetyFifth), worked.get(TIMES / 2), worked.get(ninetyFifth));
    }
}
