package gatebook.faults.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which system calls of a desk are made to go wrong; all together they are all by which it changes its disk. */
enum Reach {
    /** What it asks of files that are open, and of names that are there. */
    WRITES("pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "mkdir") {
        @Override
        List<Path> only(Path desk) {
            return List.of();
        }

        @Override
        boolean concerns(String line, Path desk) {
            return true;
        }

        @Override
        boolean changes(String line) {
            return true;
        }
    },
    /**
     * The names that it makes, and the files that it opens to write. The program itself is read by the same call, so that
     * names are known beforehand; the copy that is not yet proven goes by another one each time, and is left out.
     */
    OPENINGS("openat") {
        @Override
        List<Path> only(Path desk) {
            return NAMES.stream().map(desk::resolve).toList();
        }

        @Override
        boolean concerns(String line, Path desk) {
            return only(desk).stream().anyMatch(path -> line.contains("\"" + path + "\""));
        }

        @Override
        boolean changes(String line) {
            return !line.contains("O_RDONLY");
        }
    };

    private static final List<String> NAMES = List.of(
            "gatebook.db", "gatebook.db-wal", "gatebook.db-shm", "gatebook.db-journal", "counters", "gatebook.lock");

    private final List<String> calls;

    Reach(String... calls) {
        this.calls = List.of(calls);
    }

    /** By the names that the system gives them, separated by commas. */
    String calls() {
        return String.join(",", calls);
    }

    /** The paths to which they are limited; none if they are not. */
    abstract List<Path> only(Path desk);

    /** Whether a line of a trace is one of them. */
    abstract boolean concerns(String line, Path desk);

    /** Whether it may change the disk; it is counted if it does not. */
    abstract boolean changes(String line);

    /** Which of them can go wrong: what goes wrong is counted for each kind of call and each thread by itself. */
    List<Place> places(List<String> trace, Path desk) {
        List<Place> places = new ArrayList<>();
        for (String call : calls) {
            Map<String, List<String>> byThread = trace.stream()
                    .filter(line -> line.contains(" " + call + "(") && concerns(line, desk))
                    .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(' '))));
            List<String> most = byThread.values().stream()
                    .max(Comparator.comparingInt(List::size))
                    .orElseGet(ArrayList::new);
            IntStream.rangeClosed(1, most.size())
                    .filter(number -> changes(most.get(number - 1)))
                    .forEach(number -> places.add(new Place(this, call, number)));
        }
        return places;
    }

    /**
     * A system call of a shift.
     *
     * @param number counted from 1 among the calls of its name, in the thread that makes most of them
     */
    record Place(Reach reach, String call, int number) {
        @Override
        public String toString() {
            return call + "-" + number;
        }
    }
}
