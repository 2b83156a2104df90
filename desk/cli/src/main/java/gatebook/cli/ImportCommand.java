package gatebook.cli;

import gatebook.files.importing.ImportOutcome;
import gatebook.files.importing.Issue;
import gatebook.files.importing.LegacyImport;
import gatebook.files.importing.Totals;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.store.operation.ImportEntries;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over the file of the earlier program. */
@CommandLine.Command(name = "import", description = "takes over the earlier program's file", sortOptions = false)
final class ImportCommand implements Command {
    private static final int ISSUES_SHOWN_MAX = 20;

    private final Program program;

    @Parameters(paramLabel = "FILE", description = "parking_data.json, or a copy of it")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "goes through the file and writes nothing")
    private boolean dryRun;

    @Option(names = "--zone", paramLabel = "Z", description = "of the file's times (the site's)")
    private @Nullable String zone;

    ImportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> {
            ZoneId times;
            try {
                times = zone == null ? desk.profile().zone() : ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                return Ending.badValues(
                        List.of(new FieldError("zone", FieldFault.NOT_ONE_OF, "a zone such as Asia/Kolkata")));
            }
            return answered(desk, outcome(desk, times));
        });
    }

    private ImportOutcome outcome(OpenDesk desk, ZoneId times) {
        Currency currency = desk.profile().currency();
        Surroundings around = desk.around();
        LegacyImport old = new LegacyImport(new ImportEntries(desk.database(), around.clock(), around.ids()));
        return dryRun ? old.rehearse(file, times, currency) : old.run(file, times, currency);
    }

    private Ending answered(OpenDesk desk, ImportOutcome outcome) {
        return switch (outcome) {
            case ImportOutcome.NoFile(Path missing) ->
                new Ending.Refused(Refusal.FILE_UNREADABLE, "there is no file " + missing + " that can be read");
            case ImportOutcome.Rehearsed(Totals totals, List<Issue> issues, ImportEntries.Imported imported) ->
                give(desk, new Answer(true, totals, issues, imported));
            case ImportOutcome.Done(Totals totals, List<Issue> issues, ImportEntries.Imported imported) ->
                give(desk, new Answer(false, totals, issues, imported));
        };
    }

    private static Ending give(OpenDesk desk, Answer answer) {
        desk.voice().answer(answer::document, answer::words);
        return new Ending.Done();
    }

    /** What came of it, or would. */
    private record Answer(boolean rehearsed, Totals totals, List<Issue> issues, ImportEntries.Imported imported) {
        void document(JsonOut out) {
            out.object(() -> {
                out.flag("dry_run", rehearsed)
                        .field("rows", totals.rows())
                        .field("parked", totals.parked())
                        .field("exited", totals.exited())
                        .field("paid", totals.paid())
                        .field("unpaid", totals.unpaid())
                        .field("set_aside", totals.setAside())
                        .field("fees_set_aside", totals.feesSetAside())
                        .field("added", imported.added())
                        .field("known", imported.known())
                        .field("held", imported.held())
                        .field("issue_count", totals.issues());
                out.name("issues")
                        .array(() -> issues.forEach(issue ->
                                out.object(() -> out.field("kind", issue.kind().name())
                                        .field("at", issue.at().toString())
                                        .field("detail", issue.detail()))));
            });
        }

        void words(PrintStream out) {
            out.println(totals.rows() + " rows: " + totals.parked() + " parked, " + totals.exited() + " exited");
            out.println("paid " + totals.paid() + ", unpaid " + totals.unpaid());
            if (totals.setAside() > 0) {
                out.println(totals.setAside() + " set aside, with " + totals.feesSetAside());
            }
            issues.stream().limit(ISSUES_SHOWN_MAX).forEach(issue -> out.println("  " + issue));
            if (totals.issues() > ISSUES_SHOWN_MAX) {
                out.println("  … and " + (totals.issues() - ISSUES_SHOWN_MAX) + " more (see --json)");
            }
            out.println((rehearsed ? "nothing was written; it would have been: " : "")
                    + imported.added() + " added, " + imported.known() + " imported before, " + imported.held()
                    + " visits that are here already");
        }
    }
}
