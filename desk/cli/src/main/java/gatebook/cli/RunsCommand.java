package gatebook.cli;

import gatebook.store.exchange.Tally;
import gatebook.store.query.RunItem;
import gatebook.store.query.SyncQueries;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Lists the sync runs, newest first. */
@CommandLine.Command(name = "runs", description = "what synchronizing did, newest first", sortOptions = false)
final class RunsCommand implements Command {
    private final Program program;

    RunsCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> {
            List<RunItem> runs = new SyncQueries(desk.database()).runs();
            desk.voice()
                    .answer(
                            out -> out.array(() -> runs.forEach(run -> document(out, run))),
                            out -> words(out, desk.clocks(), runs));
            return new Ending.Done();
        });
    }

    /** A finished or broken-off run as an answer. */
    static RunAnswer answer(RunItem run) {
        RunItem.Counts counts = run.counts();
        Tally tally = new Tally(
                counts.pushed(),
                counts.pulled(),
                counts.merged(),
                counts.conflicts(),
                counts.rejected(),
                counts.failed());
        return new RunAnswer(run.id(), tally, outcome(run));
    }

    private static void document(JsonOut out, RunItem run) {
        out.object(() -> fields(out, run));
    }

    private static void fields(JsonOut out, RunItem run) {
        RunItem.Counts counts = run.counts();
        RunItem.Undoing undoing = run.undoing();
        out.field("id", run.id())
                .field("run", run.id())
                .field("trigger", run.trigger())
                .field("started_at", run.startedAt())
                .field("ended_at", run.endedAt())
                .field("outcome", run.outcome())
                .field("error", run.error())
                .field("pushed", counts.pushed())
                .field("pulled", counts.pulled())
                .field("merged", counts.merged())
                .field("conflicts", counts.conflicts())
                .field("rejected", counts.rejected())
                .field("failed", counts.failed());
        Long undoes = undoing.undoes();
        if (undoes == null) {
            out.none("undoes");
        } else {
            out.field("undoes", undoes);
        }
        out.field("restored", undoing.restored())
                .name("undone_by")
                .array(() -> undoing.undoneBy().forEach(undo -> out.rawElement(Long.toString(undo))));
    }

    private static void words(PrintStream out, Clocks clocks, List<RunItem> runs) {
        if (runs.isEmpty()) {
            out.println("no sync run yet");
            return;
        }
        Table table = new Table(
                "run",
                "began",
                "why",
                "outcome",
                "sent",
                "fetched",
                "merged",
                "to decide",
                "refused",
                "given up",
                "undo",
                "error");
        for (RunItem run : runs) {
            RunItem.Counts counts = run.counts();
            table.row(
                    Long.toString(run.id()),
                    clocks.show(run.startedAt()),
                    run.trigger(),
                    outcome(run),
                    Long.toString(counts.pushed()),
                    Long.toString(counts.pulled()),
                    Long.toString(counts.merged()),
                    Long.toString(counts.conflicts()),
                    Long.toString(counts.rejected()),
                    Long.toString(counts.failed()),
                    undo(run.undoing()),
                    run.error() == null ? "" : run.error());
        }
        table.print(out);
    }

    private static String undo(RunItem.Undoing undoing) {
        List<String> words = new ArrayList<>();
        if (undoing.undoes() != null) {
            words.add("of run " + undoing.undoes() + ", " + undoing.restored() + " records");
        }
        if (!undoing.undoneBy().isEmpty()) {
            words.add("undone by run "
                    + undoing.undoneBy().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return String.join("; ", words);
    }

    private static String outcome(RunItem run) {
        return run.outcome() == null ? "under way" : run.outcome();
    }
}
