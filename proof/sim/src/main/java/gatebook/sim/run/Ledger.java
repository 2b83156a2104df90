package gatebook.sim.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The book of runs: one line a run, which the run itself adds. What was run, on which commit, and what it came to. */
final class Ledger {
    private static final String HEAD = "date,commit,first_seed,seeds,desk_years,failed,failing_seeds\n";
    private static final int NAMED_MAX = 20;

    private final Path file;
    private final Run run;

    /**
     * What a run cannot know of itself.
     *
     * @param date in UTC
     * @param commit of the sources, as people name it
     */
    record Run(String date, String commit) {
        /** As the script that starts it tells. */
        static Run told() {
            return new Run(
                    System.getProperty("gatebook.sim.date", "unknown"),
                    System.getProperty("gatebook.sim.commit", "unknown"));
        }
    }

    Ledger(Path file, Run run) {
        this.file = file;
        this.run = run;
    }

    void add(long firstSeed, Sum sum) throws IOException {
        boolean isNew = !Files.exists(file) || Files.size(file) == 0;
        Files.writeString(
                file,
                (isNew ? HEAD : "") + line(firstSeed, sum),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private String line(long firstSeed, Sum sum) {
        List<Long> failing = sum.failing();
        String named = failing.stream().limit(NAMED_MAX).map(String::valueOf).collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%.3f,%d,%s%n",
                run.date(),
                run.commit(),
                firstSeed,
                sum.seeds(),
                sum.deskYears(),
                failing.size(),
                named);
    }
}
