package gatebook.cli;

import gatebook.store.operation.Outcome;
import gatebook.store.operation.RetryOperation;
import gatebook.store.record.EntryRow;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends an operation once more. */
@CommandLine.Command(
        name = "retry",
        description = "sends an operation once more, with the next sync",
        sortOptions = false)
final class QueueRetryCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "ID", description = "as queue shows it")
    private String typedId = "";

    @Option(names = "--by", paramLabel = "WHO", description = "who decides (System)")
    private String by = "System";

    QueueRetryCommand(Program program) {
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
            typed.words("by", by);
            if (!typed.faults().isEmpty()) {
                return Ending.badValues(typed.faults());
            }
            return switch (new RetryOperation(desk.database(), desk.around().clock()).retry(id.getAsLong(), by)) {
                case Outcome.Done(EntryRow row, var _) -> {
                    EntryAnswer.of(desk).give(desk.voice(), row);
                    yield new Ending.Done();
                }
                case Outcome.Refused refused -> Ending.refused(refused);
            };
        });
    }
}
