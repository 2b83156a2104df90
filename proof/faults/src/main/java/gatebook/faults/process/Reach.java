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
    WRITES("pwrite64,fsync,fdatasync,ftruncate,unlink,rename,mkdir") {
        @Override
        List<Path> only(Path desk) {
            return List.of();
        }

        @Override
        List<Integer> numbers(List<String> trace, Path desk) {
            long calls =
                    trace.stream().filter(line -> !line.contains(" close(")).count();
            return IntStream.rangeClosed(1, (int) calls).boxed().toList();
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
        List<Integer> numbers(List<String> trace, Path desk) {
            List<String> names =
                    only(desk).stream().map(path -> "\"" + path + "\"").toList();
            Map<String, List<String>> byThread = trace.stream()
                    .filter(line -> line.contains(" openat(") && names.stream().anyMatch(line::contains))
                    .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(' '))));
            List<String> most = byThread.values().stream()
                    .max(Comparator.comparingInt(List::size))
                    .orElseGet(ArrayList::new);
            return IntStream.rangeClosed(1, most.size())
                    .filter(number -> !most.get(number - 1).contains("O_RDONLY"))
                    .boxed()
                    .toList();
        }
    };

    private static final List<String> NAMES = List.of(
            "gatebook.db", "gatebook.db-wal", "gatebook.db-shm", "gatebook.db-journal", "counters", "gatebook.lock");

    private final String calls;

    Reach(String calls) {
        this.calls = calls;
    }

    /** By the names that the system gives them, separated by commas. */
    String calls() {
        return calls;
    }

    /** The paths to which they are limited; none if they are not. */
    abstract List<Path> only(Path desk);

    /** Which of them can go wrong, counted from 1 in the thread that makes most of them. */
    abstract List<Integer> numbers(List<String> trace, Path desk);
}
