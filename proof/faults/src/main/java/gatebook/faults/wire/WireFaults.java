package gatebook.faults.wire;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Disturbs the line between real desks and a real cloud: {@code WireFaults [--flips] [--count N | --minutes N] [--seed N]}.
 * Without {@code --flips} the line is cut. Prints one line of JSON; ends with 1 if a promise was broken.
 */
public final class WireFaults {
    /** What is done for every change of the program. */
    private static final int COUNT = 5_000;

    /** Places of one sweep where time is the limit: it goes over all talks before the time ends, and again elsewhere. */
    private static final int COUNT_IN_TIME = 1_000;

    private static final Duration NO_LIMIT = Duration.ofDays(365);

    private boolean flips;
    private int count = COUNT;
    private Duration limit = NO_LIMIT;
    private boolean untilTheLimit;
    private long seed = 1;

    private WireFaults() {}

    public static void main(String[] words) {
        PrintStream answers = System.out;
        // What libraries say must not stand among the answers.
        System.setOut(System.err);
        WireFaults run = new WireFaults();
        run.read(List.of(words));
        int violations = run.run(answers);
        // Threads of the JDK's HTTP client may outlive their owners for a while.
        System.exit(violations == 0 ? 0 : 1);
    }

    private void read(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            switch (words.get(at)) {
                case "--flips" -> flips = true;
                case "--count" -> count = Integer.parseInt(words.get(++at));
                case "--minutes" -> {
                    limit = Duration.ofMinutes(Long.parseLong(words.get(++at)));
                    untilTheLimit = true;
                    count = COUNT_IN_TIME;
                }
                case "--seed" -> seed = Long.parseLong(words.get(++at));
                default -> throw new IllegalArgumentException("there is no option " + words.get(at));
            }
        }
    }

    private int run(PrintStream answers) {
        long begun = System.nanoTime();
        long end = begun + limit.toNanos();
        int done = 0;
        int violations = 0;
        do {
            Sweep sweep = sweep(seed, end);
            sweep.told().forEach(System.err::println);
            done += sweep.count();
            violations += sweep.violations();
            seed++;
        } while (untilTheLimit && System.nanoTime() < end);
        answers.println(String.format(
                Locale.ROOT,
                "{\"kind\":\"%s\",\"count\":%d,\"violations\":%d,\"seconds\":%.1f}",
                flips ? "wire-flips" : "wire-cuts",
                done,
                violations,
                (System.nanoTime() - begun) / 1e9));
        return violations;
    }

    private Sweep sweep(long chance, long end) {
        Path folder = folder();
        try (WireCloud cloud = WireCloud.start(folder.resolve("cloud"))) {
            return swept(cloud, folder, chance, end);
        } finally {
            delete(folder);
        }
    }

    private Sweep swept(WireCloud cloud, Path folder, long chance, long end) {
        List<Dialogue> dialogues = Dialogues.all(cloud, folder);
        try {
            Sweep sweep = new Sweep(dialogues, chance);
            sweep.run(flips ? Sweep.FLIPS : Sweep.CUTS, count, () -> System.nanoTime() < end);
            return sweep;
        } finally {
            dialogues.forEach(Dialogue::close);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("gatebook-wire-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException left) {
            System.err.println("left behind: " + left.getMessage());
        }
    }
}
