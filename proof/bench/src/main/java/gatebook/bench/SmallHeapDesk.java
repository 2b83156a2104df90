package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.process.Child;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A desk in a process of {@value #HEAP} of heap that makes its first load. */
final class SmallHeapDesk {
    static final String HEAP = "128m";

    private SmallHeapDesk() {}

    /**
     * What a load came to.
     *
     * @param home where the register now is
     */
    record Loaded(Path home, long records, double seconds, double peakHeapMib) {}

    /** Loads everything in a process of its own. */
    static Loaded load(Path home, URI server, String code, Path log) {
        List<String> words = List.of(Bench.DESK, home.toString(), server.toString(), code);
        try (Child desk = Child.start(List.of("-Xmx" + HEAP), Bench.class, words, log)) {
            List<String> said = List.of(desk.line().split(" ", -1));
            return new Loaded(
                    home,
                    Long.parseLong(said.get(0)),
                    Double.parseDouble(said.get(1)),
                    Double.parseDouble(said.get(2)));
        }
    }

    /** The process itself. */
    static void run(List<String> words, PrintStream answers) {
        try (BenchDesk desk = BenchDesk.open(Path.of(words.get(0)))) {
            desk.enrol(URI.create(words.get(1)), words.get(2));
            try (HttpCloud cloud = desk.cloud();
                    SyncService sync = desk.sync(cloud)) {
                sync.startForOrders();
                long begun = System.nanoTime();
                RunReport report = BenchDesk.cycle(sync);
                double seconds = (System.nanoTime() - begun) / 1e9;
                answers.println(String.format(
                        Locale.ROOT, "%d %.3f %.1f", report.tally().pulled(), seconds, peakHeapMib()));
            }
        }
    }

    /** The most that each part of the heap ever held, garbage included. */
    private static double peakHeapMib() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1_048_576.0;
    }
}
