package gatebook.bench;

import gatebook.bench.figure.Machine;
import gatebook.bench.figure.ResultsFile;
import gatebook.bench.figure.RunResult;
import gatebook.bench.floor.FloorServer;
import gatebook.bench.process.CloudProcess;
import gatebook.bench.window.WindowProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures: {@code Bench [--quick] [--rounds N] [--many N] [--work DIR] [--results DIR] [--name NAME] all|RUN…}. Each run
 * alternates the floor and ours, so that the ratio of the two holds on a busy machine too.
 */
final class Bench {
    /** First words of the processes that a run starts of this program. */
    static final String CLOUD = "cloud";

    static final String FLOOR = "floor";
    static final String DESK = "desk";
    static final String WINDOW = "window";
    static final String EMPTY_WINDOW = "empty-window";

    private static final List<Run> RUNS = List.of(
            new LocalOperation(),
            new PushDrain(),
            new Conflicts(),
            new Backlog(),
            new ColdLoad(),
            new LocalOperationDuringResync(),
            new LiveChange(),
            new ColdLoadSmallHeap(),
            new CompareEqual(),
            new AuditVerify(),
            new IdleCycle(),
            new WindowStart(),
            new WindowResync());

    private Setting setting = Setting.usual(Path.of("target", "bench-work").toAbsolutePath());
    private Path results = Path.of("proof", "bench", "results");
    private String name = "latest";
    private final List<Run> asked = new ArrayList<>();

    private Bench() {}

    public static void main(String[] words) throws IOException, SQLException {
        PrintStream answers = System.out;
        // What libraries say must not stand among the answers.
        System.setOut(System.err);
        List<String> all = List.of(words);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        switch (all.isEmpty() ? "" : all.getFirst()) {
            case CLOUD -> CloudProcess.run(Path.of(all.get(1)), orders, answers);
            case FLOOR -> FloorServer.run(Path.of(all.get(1)), orders, answers);
            case DESK -> SmallHeapDesk.run(all.subList(1, all.size()), answers);
            case WINDOW -> WindowProcess.desk(Path.of(all.get(1)), orders, answers);
            case EMPTY_WINDOW -> WindowProcess.empty(orders, answers);
            default -> {
                Bench bench = new Bench();
                bench.read(all);
                answers.println(bench.measure());
            }
        }
        // Threads of the JDK's HTTP server and client may outlive their owners for a while.
        System.exit(0);
    }

    static void say(String words) {
        System.err.println("bench: " + words);
    }

    private void read(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            switch (words.get(at)) {
                case "--quick" -> setting = Setting.quick(setting.work());
                case "--rounds" -> setting = setting.withRounds(Integer.parseInt(words.get(++at)));
                case "--many" -> setting = setting.withMany(Integer.parseInt(words.get(++at)));
                case "--work" ->
                    setting = setting.withWork(
                            Path.of(words.get(++at), "gatebook-bench").toAbsolutePath());
                case "--results" -> results = Path.of(words.get(++at));
                case "--name" -> name = words.get(++at);
                case "all" -> asked.addAll(RUNS);
                default -> asked.add(run(words.get(at)));
            }
        }
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("say all, or which: " + names());
        }
    }

    private static Run run(String word) {
        return RUNS.stream()
                .filter(run -> run.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no run " + word + ", only " + names()));
    }

    private static String names() {
        return RUNS.stream().map(Run::name).collect(Collectors.joining(" "));
    }

    private String measure() {
        Machine machine = Machine.here(Path.of("").toAbsolutePath());
        Instant at = Instant.now();
        List<RunResult> done = new ArrayList<>();
        try (Surroundings surroundings = new Surroundings(setting)) {
            for (Run run : asked) {
                say(run.name());
                done.add(run.measure(surroundings));
                say(done.getLast().toString());
            }
        }
        return ResultsFile.write(results, name, machine, at, done);
    }
}
