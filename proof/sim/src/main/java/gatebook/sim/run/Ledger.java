package gatebook.sim.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ledger of all that breaks the program on purpose (docs/faults.md), to which a run of seeds adds its line. */
final class Ledger {
    private static final String HEAD = "commit,date,kind,count,violations,seconds,note\n";
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

    void add(Sum sum, long seconds) throws IOException {
        boolean isNew = !Files.exists(file) || Files.size(file) == 0;
        Files.writeString(
                file,
                (isNew ? HEAD : "") + line(sum, seconds),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private String line(Sum sum, long seconds) {
        List<Long> failing = sum.failing();
        String named = failing.stream().limit(NAMED_MAX).map(seed -> " " + seed).collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "%s,%s,seeds,%d,%d,%d,%.3f desk-years%s%n",
                run.commit(),
                run.date(),
                sum.seeds(),
                failing.size(),
                seconds,
                sum.deskYears(),
                failing.isEmpty() ? "" : "; failed" + named);
    }
}
