package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.record.AuditHead;
import gatebook.store.record.AuditLog;
import gatebook.store.witness.Finding;
import gatebook.store.witness.FindingKind;
import gatebook.store.witness.Findings;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks the audit trail, and tells what was found out about it that it cannot show of itself. */
@CommandLine.Command(
        name = "audit",
        description = "verify: walks the chain of changes; findings: what was found out about this desk's trail and the"
                + " cloud's; acknowledge ID --reason TEXT: says what a finding was",
        sortOptions = false)
final class AuditCommand implements Command {
    private static final AuditHead BEGINNING = new AuditHead(0, AuditLog.GENESIS);

    private final Program program;

    @Parameters(index = "0", paramLabel = "verify|findings|acknowledge", description = "what to do with it")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "the finding to acknowledge")
    private String id = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "what the finding was: a restored copy, a mistake, …")
    private String reason = "";

    @Option(names = "--by", paramLabel = "WHO", description = "who acknowledges it (System)")
    private String by = "System";

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
        return switch (what) {
            case "verify" -> verify();
            case "findings" -> program.atDesk(desk -> new TrailFindings(desk).list());
            case "acknowledge" -> program.atDesk(desk -> new TrailFindings(desk).acknowledge(id, reason, by));
            default ->
                new Ending.WrongUsage("audit verify, audit findings and audit acknowledge are what there is, not "
                        + Shown.brief(what));
        };
    }

    private Ending verify() {
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
        List<Finding> findings = new TrailFindings(desk).unexplained();
        long missing = missing(desk);
        AuditHead end = desk.read(AuditHead::of);
        desk.voice()
                .answer(
                        out -> out.object(() -> out.flag("sound", true)
                                .field("rows", rows)
                                .none("first_bad_row")
                                .field("head", end.toString())
                                .field("missing_rows", missing)
                                .name("findings")
                                .array(() -> findings.forEach(finding -> TrailFindings.document(out, finding)))),
                        out -> {
                            out.println("the audit trail is sound: " + rows + " rows");
                            out.println("it ends at " + end);
                            findings.forEach(
                                    finding -> out.println("finding " + finding.id() + ": " + finding.detail()));
                        });
        if (findings.isEmpty()) {
            return new Ending.Done();
        }
        Finding newest = findings.getLast();
        return newest.kind() == FindingKind.TRAIL_REWRITTEN
                ? new Ending.Refused(Refusal.AUDIT_BROKEN, newest.detail())
                : new Ending.NeedsPerson(newest.detail() + " (see: audit findings)");
    }

    /** How many rows are missing at the end, as far as nobody has acknowledged it. */
    private static long missing(OpenDesk desk) {
        return desk.read(Findings::missingRows);
    }
}
