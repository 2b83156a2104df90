package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.record.AuditLog;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Walks the audit trail. */
@CommandLine.Command(name = "audit", description = "audit verify: walks the chain of changes", sortOptions = false)
final class AuditCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "verify", description = "what to do with it")
    private String what = "";

    AuditCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        if (!what.equals("verify")) {
            return new Ending.WrongUsage("audit verify is what there is, not " + Shown.brief(what));
        }
        return program.atDesk(desk -> switch (desk.read(AuditLog::verify)) {
            case AuditLog.Verification.Sound(long rows) -> {
                desk.voice()
                        .answer(
                                out -> out.object(() -> out.flag("sound", true)
                                        .field("rows", rows)
                                        .none("first_bad_row")),
                                out -> out.println("the audit trail is sound: " + rows + " rows"));
                yield new Ending.Done();
            }
            case AuditLog.Verification.Broken(long id) -> {
                desk.voice()
                        .answer(
                                out -> out.object(() -> out.flag("sound", false)
                                        .field("rows", id - 1)
                                        .field("first_bad_row", id)),
                                out -> out.println("the audit trail is broken from row " + id + " on"));
                yield new Ending.Refused(Refusal.AUDIT_BROKEN, "row " + id + " is not what was written");
            }
        });
    }
}
