package gatebook.cli;

import gatebook.store.operation.Outcome;
import gatebook.store.operation.VoidEntry;
import gatebook.store.record.EntryRow;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Voids an entry. */
@CommandLine.Command(name = "delete", description = "voids an entry; its history stays", sortOptions = false)
final class DeleteCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "ENTRY", description = "the uuid, or what exit takes")
    private String entry = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Option(names = "--by", paramLabel = "WHO", description = "who voids it (System)")
    private String by = "System";

    DeleteCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> {
            Typed typed = new Typed(desk.profile().zone());
            typed.words("reason", reason);
            typed.words("by", by);
            return typed.faults().isEmpty()
                    ? new EntryLookup(desk).one(entry, row -> voided(desk, row))
                    : Ending.badValues(typed.faults());
        });
    }

    private Ending voided(OpenDesk desk, EntryRow row) {
        VoidEntry operation = new VoidEntry(
                desk.database(), desk.around().clock(), desk.around().ids());
        return switch (operation.voidEntry(row.entry().id(), reason, by)) {
            case Outcome.Done(EntryRow gone, var _) -> {
                EntryAnswer.of(desk).give(desk.voice(), gone);
                yield new Ending.Done();
            }
            case Outcome.Refused refused -> Ending.refused(refused);
        };
    }
}
