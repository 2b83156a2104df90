package gatebook.sim.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param range the seeds; the last of them is beyond reach where the time ends it
 * @param time after which no further seed is begun; null for as long as it takes
 * @param ledger the file to which the run adds a line; null for none
 */
record Asked(
        What what,
        Range range,
        @Nullable Duration time,
        int threads,
        @Nullable Path ledger) {
    static final String USAGE = """
            usage: run --seeds FROM..TO [--threads N] [--ledger FILE]
                   run --minutes N [--from SEED] [--threads N] [--ledger FILE]
                   run --seed N
                   run --hashes FROM..TO""";

    private static final int THREADS_MAX = 64;

    /** What is done with the seeds. */
    enum What {
        RUN,
        SHOW,
        HASH
    }

    /** Seeds one after the other, both ends within. */
    record Range(long from, long to) {}

    /**
     * Empty if it is not understood.
     *
     * @param fresh the seed to begin with where the words name none
     */
    static Optional<Asked> read(long fresh, String... words) {
        if (words.length == 0 || words.length % 2 != 0) {
            return Optional.empty();
        }
        Map<String, String> said = new HashMap<>();
        for (int at = 0; at < words.length; at += 2) {
            said.put(words[at], words[at + 1]);
        }
        if (said.size() != words.length / 2) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(understood(fresh, said));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Asked understood(long fresh, Map<String, String> said) {
        int threads = Integer.parseInt(said.getOrDefault("--threads", "1"));
        String file = said.get("--ledger");
        Path ledger = file == null ? null : Path.of(file);
        said.remove("--threads");
        said.remove("--ledger");
        if (threads < 1 || threads > THREADS_MAX) {
            return null; // not understood
        }
        String minutes = said.get("--minutes");
        if (minutes != null) {
            String from = said.getOrDefault("--from", Long.toString(fresh));
            said.remove("--from");
            if (said.size() != 1) {
                return null; // not understood
            }
            Range endless = new Range(Long.parseLong(from), Long.MAX_VALUE);
            return new Asked(What.RUN, endless, Duration.ofMinutes(Long.parseLong(minutes)), threads, ledger);
        }
        if (said.size() != 1) {
            return null; // not understood
        }
        Map.Entry<String, String> one = said.entrySet().iterator().next();
        Range range = range(one.getValue());
        return switch (one.getKey()) {
            case "--seeds" -> new Asked(What.RUN, range, null, threads, ledger);
            case "--hashes" -> new Asked(What.HASH, range, null, 1, null);
            case "--seed" -> new Asked(What.SHOW, range, null, 1, null);
            default -> null; // not understood
        };
    }

    private static Range range(String text) {
        String[] ends = text.split("\\.\\.", 2);
        return new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }
}
