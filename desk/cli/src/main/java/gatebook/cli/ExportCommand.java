package gatebook.cli;

import gatebook.files.exporting.Export;
import gatebook.files.exporting.ExportFormat;
import gatebook.files.exporting.ExportOutcome;
import gatebook.rules.refusal.Refusal;
import gatebook.store.query.EveryEntry;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Writes all entries to a file. */
@CommandLine.Command(
        name = "export",
        description = "writes all entries out: .csv, .xlsx, .pdf or .json",
        sortOptions = false)
final class ExportCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "its ending says the format; .json is the earlier program's")
    private Path file = Path.of("");

    ExportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> {
            try {
                return ending(
                        desk, new Export(desk.profile().zone()).write(file, new EveryEntry(desk.database())::each));
            } catch (UncheckedIOException e) {
                return new Ending.Refused(Refusal.DISK_FAILED, file + ": " + e.getMessage());
            }
        });
    }

    private static Ending ending(OpenDesk desk, ExportOutcome outcome) {
        return switch (outcome) {
            case ExportOutcome.Written(Path written, ExportFormat format, long entries) -> {
                desk.voice()
                        .answer(
                                out -> out.object(() -> out.field("file", written.toString())
                                        .field("format", format.name().toLowerCase(Locale.ROOT))
                                        .field("entries", entries)),
                                out -> out.println(entries + " entries written to " + written));
                yield new Ending.Done();
            }
            case ExportOutcome.UnknownEnding(Path named) ->
                new Ending.WrongUsage(named + " should end in .csv, .xlsx, .pdf or .json");
            case ExportOutcome.NoPlace(Path named) ->
                new Ending.Refused(
                        Refusal.FILE_UNREADABLE, "there is no folder for " + named + ", or it is one itself");
        };
    }
}
