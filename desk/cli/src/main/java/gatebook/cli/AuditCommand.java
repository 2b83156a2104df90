package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.file.Notice;
import gatebook.store.record.AuditHead;
import gatebook.store.record.AuditLog;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks the audit trail. */
@CommandLine.Command(name = "audit", description = "audit verify: walks the chain of changes", sortOptions = false)
final class AuditCommand implements Command {
    private static final AuditHead BEGINNING = new AuditHead(0, AuditLog.GENESIS);

    private final Program program;

    @Parameters(paramLabel = "verify", description = "what to do with it")
    private String what = "";

    @Option(
            names = "--head",
            paramLabel = "ROW:HASH",
            description = "an earlier end of the trail, as audit verify printed it, that must still stand there")
    private String head = "";

    AuditCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        if (!what.equals("verify")) {
            return new Ending.WrongUsage("audit verify is what there is, not " + Shown.brief(what));
        }
        Optional<AuditHead> kept = AuditHead.parse(head);
        return kept.isEmpty() && !head.isEmpty()
                ? new Ending.WrongUsage("--head is a row and its hash as audit verify prints them, ROW:HASH")
                : program.atDesk(desk -> verify(desk, kept.orElse(BEGINNING)));
    }

    private static Ending verify(OpenDesk desk, AuditHead kept) {
        if (!desk.read(kept::stands)) {
            desk.voice()
                    .answer(
                            out -> out.object(
                                    () -> out.flag("sound", false).none("rows").field("first_bad_row", kept.row())),
                            out -> out.println("the audit trail is another one than the head was taken from"));
            return new Ending.Refused(
                    Refusal.AUDIT_BROKEN,
                    "row " + kept.row()
                            + " has not the hash that was kept: its end was cut off, or its past rewritten");
        }
        return switch (desk.read(AuditLog::verify)) {
            case AuditLog.Verification.Sound(long rows) -> sound(desk, rows);
            case AuditLog.Verification.Broken(long id, var flaw) -> {
                desk.voice()
                        .answer(
                                out -> out.object(() -> out.flag("sound", false)
                                        .field("rows", id - 1)
                                        .field("first_bad_row", id)
                                        .field("flaw", flaw.name())),
                                out -> out.println("the audit trail is broken from row " + id + " on"));
                yield new Ending.Refused(Refusal.AUDIT_BROKEN, "row " + id + " " + flaw.words());
            }
            case AuditLog.Verification.Apart(long rows, String uuid) -> {
                desk.voice()
                        .answer(
                                out -> out.object(() -> out.flag("sound", false)
                                        .field("rows", rows)
                                        .none("first_bad_row")
                                        .field("record", uuid)),
                                out -> out.println("the audit trail holds, and a record differs from it"));
                yield new Ending.Refused(
                        Refusal.AUDIT_BROKEN,
                        "record " + uuid + " was changed behind the audit trail: it is not what its newest row says");
            }
        };
    }

    private static Ending sound(OpenDesk desk, long rows) {
        long missing = missing(desk);
        AuditHead end = desk.read(AuditHead::of);
        desk.voice()
                .answer(
                        out -> out.object(() -> out.flag("sound", true)
                                .field("rows", rows)
                                .none("first_bad_row")
                                .field("head", end.toString())
                                .field("missing_rows", missing)),
                        out -> {
                            out.println("the audit trail is sound: " + rows + " rows");
                            out.println("it ends at " + end);
                        });
        return missing == 0
                ? new Ending.Done()
                : new Ending.NeedsPerson(missing + " rows are missing at its end: an older copy, or a tail cut off");
    }

    /** How many rows the file beside the register remembers and the register has not, found as it was opened. */
    private static long missing(OpenDesk desk) {
        return desk.register().notices().stream()
                .mapToLong(notice -> notice instanceof Notice.WentBack(var inRegister, var remembered)
                        ? Math.max(0, remembered.auditRow() - inRegister.auditRow())
                        : 0)
                .sum();
    }
}
