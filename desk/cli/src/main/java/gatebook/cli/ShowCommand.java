package gatebook.cli;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Shows one entry. */
@CommandLine.Command(name = "show", description = "shows an entry with its sync fields", sortOptions = false)
final class ShowCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "ENTRY", description = "ticket, vehicle number, its last four digits, or uuid")
    private String entry = "";

    ShowCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> new EntryLookup(desk).one(entry, row -> {
            EntryAnswer.of(desk).give(desk.voice(), row);
            return new Ending.Done();
        }));
    }
}
