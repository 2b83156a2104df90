package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.backup.BackupResult;
import gatebook.store.backup.Holdings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Copies the register while it is in use, and proves the copy. */
@CommandLine.Command(name = "backup", description = "copies the register, verified", sortOptions = false)
final class BackupCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "the copy; nothing of that name may be there")
    private Path file = Path.of("");

    BackupCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> switch (desk.register()
                .backups()
                .copy(desk.register().home().register(), file)) {
            case BackupResult.Made(Path made, Holdings holdings, var _) -> {
                desk.voice()
                        .answer(
                                out -> out.object(() -> out.field("file", made.toString())
                                        .field("entries", holdings.entries())
                                        .field("unsent", holdings.unsent())
                                        .flag("verified", true)),
                                out -> out.println(made + ": " + holdings.entries() + " entries, " + holdings.unsent()
                                        + " unsent operations; read through and sound"));
                yield new Ending.Done();
            }
            case BackupResult.NoRoom(long needed, long free) ->
                new Ending.Refused(
                        Refusal.DISK_FULL, needed + " bytes are needed and " + free + " are free; nothing was written");
            case BackupResult.TargetTaken(Path taken) ->
                new Ending.Refused(Refusal.FILE_UNREADABLE, taken + " is there already and was left alone");
            case BackupResult.Failed(List<String> findings) ->
                new Ending.Refused(Refusal.DISK_FAILED, "no copy was made: " + String.join("; ", findings));
            case BackupResult.NotDue() -> new Ending.Done();
            case BackupResult.Unchanged _ -> new Ending.Done();
        });
    }
}
