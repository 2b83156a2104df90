package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.backup.Holdings;
import gatebook.store.file.Restore;
import gatebook.store.file.RestorePlan;
import gatebook.store.file.Restored;
import gatebook.store.file.UnsentWork;
import gatebook.wire.json.JsonOut;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in the register's place. */
@CommandLine.Command(name = "restore", description = "puts a backup in the register's place", sortOptions = false)
final class RestoreCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "the backup")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "says what would change, and changes nothing")
    private boolean dryRun;

    @Option(names = "--leave-unsent", description = "leaves behind what was written since and never sent")
    private boolean leaveUnsent;

    RestoreCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        Surroundings around = program.around();
        Restore restore = new Restore(program.home(), around.clock(), around.ids());
        try {
            return switch (restore.plan(file)) {
                case RestorePlan.Unusable(List<String> findings) -> unusable(findings);
                case RestorePlan.Possible plan -> dryRun ? said(plan) : carryOut(restore, plan);
            };
        } catch (IOException e) {
            return new Ending.Refused(Refusal.DISK_FAILED, String.valueOf(e.getMessage()));
        }
    }

    private Ending said(RestorePlan.Possible plan) {
        program.voice().answer(out -> out.object(() -> document(out, plan)), out -> words(out, plan));
        return new Ending.Done();
    }

    private Ending carryOut(Restore restore, RestorePlan.Possible plan) throws IOException {
        PrintStream err = program.around().err();
        words(err, plan);
        return switch (restore.carryOut(file, leaveUnsent ? UnsentWork.LEAVE_BEHIND : UnsentWork.CARRY_OVER)) {
            case Restored.Done(RestorePlan.Possible did, long carriedOver, Path movedTo) -> {
                program.voice()
                        .answer(
                                out -> out.object(() -> {
                                    document(out, did);
                                    out.field("carried_over", carriedOver).field("moved_to", movedTo.toString());
                                }),
                                out -> out.println("done; " + carriedOver
                                        + " unsent operations came along, and the file before lies in " + movedTo));
                yield new Ending.Done();
            }
            case Restored.Unusable(List<String> findings) -> unusable(findings);
            case Restored.InUse() ->
                new Ending.Refused(
                        Refusal.BUSY, "another program of this desk has the register open; nothing was changed");
            case Restored.WouldLose(List<String> operations) ->
                new Ending.Refused(
                        Refusal.UNSENT_WOULD_GO,
                        operations.size() + " unsent operations cannot be brought along; nothing was changed");
        };
    }

    private Ending unusable(List<String> findings) {
        return new Ending.Refused(Refusal.BAD_BACKUP, file + ": " + String.join("; ", findings));
    }

    private static void document(JsonOut out, RestorePlan.Possible plan) {
        out.field("backup", plan.backup().toString());
        holdings(out, "coming", plan.coming());
        holdings(out, "present", plan.present());
        out.field("unsent_only_here", plan.unsentOnlyHere())
                .field("ticket_coming", plan.ticketComing())
                .field("ticket_reached", plan.ticketReached());
    }

    private static void holdings(JsonOut out, String name, @Nullable Holdings holdings) {
        if (holdings == null) {
            out.none(name);
            return;
        }
        out.name(name)
                .object(() -> out.field("entries", holdings.entries())
                        .field("unsent", holdings.unsent())
                        .field("last_audit_row", holdings.lastAudit()));
    }

    private static void words(PrintStream out, RestorePlan.Possible plan) {
        Holdings present = plan.present();
        out.println("the backup holds " + plan.coming().entries() + " entries and ends at change "
                + plan.coming().lastAudit());
        out.println(
                present == null
                        ? "the register is missing or cannot be read"
                        : "the register holds " + present.entries() + " entries and ends at change "
                                + present.lastAudit()
                                + "; what lies between is fetched again from the cloud where it was sent");
        out.println(plan.unsentOnlyHere() + " unsent operations are only in the register and come along");
        out.println("ticket numbers go on after " + plan.ticketReached() + " (the backup ends at " + plan.ticketComing()
                + ")");
    }
}
