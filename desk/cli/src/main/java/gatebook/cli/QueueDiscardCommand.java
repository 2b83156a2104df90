package gatebook.cli;

import gatebook.store.operation.DiscardOperation;
import gatebook.store.operation.Outcome;
import gatebook.store.record.EntryRow;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives an operation up. */
@CommandLine.Command(
        name = "discard",
        description = "gives an operation up: the entry goes back to what the cloud holds",
        sortOptions = false)
final class QueueDiscardCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "ID", description = "as queue shows it")
    private String typedId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Option(names = "--by", paramLabel = "WHO", description = "who decides (System)")
    private String by = "System";

    QueueDiscardCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        OptionalLong id = Typed.number(typedId);
        if (id.isEmpty()) {
            return new Ending.WrongUsage("an operation has a number, not " + Shown.brief(typedId));
        }
        return program.atDesk(desk -> {
            Typed typed = new Typed(desk.profile().zone());
            typed.words("reason", reason);
            typed.words("by", by);
            if (!typed.faults().isEmpty()) {
                return Ending.badValues(typed.faults());
            }
            DiscardOperation operation =
                    new DiscardOperation(desk.database(), desk.around().clock());
            return switch (operation.discard(id.getAsLong(), reason, by)) {
                case Outcome.Done(EntryRow row, var _) -> {
                    EntryAnswer.of(desk).give(desk.voice(), row);
                    yield new Ending.Done();
                }
                case Outcome.Refused refused -> Ending.refused(refused);
            };
        });
    }
}
