package gatebook.faults.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is asked for.
 *
 * @param count of trials
 * @param time after which no new one begins
 * @param begun by the clock that only goes forward
 */
public record Order(Path folder, long seed, int count, Duration time, long begun) {
    private static final int MINUTES_MAX = 10_000;

    /** So many trials, however long they take. */
    public static Order of(Path folder, long seed, int count) {
        return new Order(folder, seed, count, Duration.ofMinutes(MINUTES_MAX), System.nanoTime());
    }

    /**
     * Of words after the first: {@code --count N}, {@code --minutes N} or {@code --all} there are, and {@code --seed N}.
     */
    public static Order of(String... words) throws IOException {
        List<String> all = List.of(words);
        int minutes = Integer.parseInt(after(all, "--minutes", Integer.toString(MINUTES_MAX)));
        String unlimited =
                all.contains("--minutes") || all.contains("--all") ? Integer.toString(Integer.MAX_VALUE) : "100";
        return new Order(
                Files.createTempDirectory("gatebook-faults-"),
                Long.parseLong(after(all, "--seed", Long.toString(System.currentTimeMillis()))),
                Integer.parseInt(after(all, "--count", unlimited)),
                Duration.ofMinutes(minutes),
                System.nanoTime());
    }

    private static String after(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : words.get(at + 1);
    }

    public boolean goesOn(Trials trials) {
        return trials.count() < count && goesOn();
    }

    /** Whether there is time left. */
    public boolean goesOn() {
        return System.nanoTime() - begun < time.toNanos();
    }

    /** Says what it came to, and ends the program; what broke a promise is left to be looked at. */
    public void tell(Figure figure) throws IOException {
        figure.violations().forEach(System.err::println);
        System.out.println(figure.line());
        if (!figure.violations().isEmpty()) {
            System.err.println("Left to be looked at: " + folder);
            System.exit(1);
        }
        Folders.delete(folder);
    }
}
