package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.backup.Backup;
import gatebook.store.counters.Counters;
import gatebook.store.counters.HighMarks;
import gatebook.store.file.Notice;
import gatebook.store.file.Scrutiny;
import gatebook.store.record.AuditLog;
import gatebook.sync.connectivity.Cause;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Looks whether all is well with the desk. */
@CommandLine.Command(
        name = "doctor",
        description = "checks the file, the counters, the connection, the clock",
        sortOptions = false)
final class DoctorCommand implements Command {
    private final Program program;

    @Option(
            names = "--start-anew",
            description = "begins an empty register where one is missing; traces are kept aside")
    private boolean startAnew;

    DoctorCommand(Program program) {
        this.program = program;
    }

    private enum State {
        OK,
        LOOK,
        BAD
    }

    private record Check(String name, State state, String detail) {}

    @Override
    public Ending run() {
        DeskOpening opening = new DeskOpening(program);
        return startAnew ? opening.startAnew(this::examine) : opening.open(Scrutiny.THOROUGH, this::examine);
    }

    private Ending examine(OpenDesk desk) {
        List<Check> checks = new ArrayList<>(List.of(file(desk), audit(desk), counters(desk), backups(desk)));
        ConnectionCheck.Found found = new ConnectionCheck(desk).look();
        checks.add(connection(found));
        checks.add(clock(found));
        desk.voice().answer(out -> document(out, checks), out -> words(out, checks));
        return ending(checks);
    }

    private static Check file(OpenDesk desk) {
        List<String> findings = desk.register().check();
        return findings.isEmpty()
                ? new Check("file", State.OK, desk.register().home().register() + " is sound")
                : new Check("file", State.BAD, String.join("; ", findings));
    }

    private static Check audit(OpenDesk desk) {
        return switch (desk.read(AuditLog::verify)) {
            case AuditLog.Verification.Sound(long rows) -> new Check("audit", State.OK, rows + " rows verify");
            case AuditLog.Verification.Broken(long id, var flaw) ->
                new Check("audit", State.BAD, "row " + id + " " + flaw.words());
            case AuditLog.Verification.Apart(long _, String uuid) ->
                new Check("audit", State.BAD, "record " + uuid + " is not what its newest row says");
        };
    }

    private static Check counters(OpenDesk desk) {
        Optional<Notice> wentBack = desk.register().notices().stream()
                .filter(notice -> notice instanceof Notice.WentBack)
                .findFirst();
        if (wentBack.isPresent()) {
            return new Check("counters", State.LOOK, "the register had gone back; numbers go on after the last ones");
        }
        HighMarks reached = desk.read(HighMarks::of);
        Optional<HighMarks> noted = new Counters(desk.register().home().counters()).read();
        String last = "last ticket " + reached.ticket(desk.profile().deskCode());
        return noted.isPresent() || reached.equals(HighMarks.NONE)
                ? new Check("counters", State.OK, last)
                : new Check("counters", State.LOOK, last + "; the file beside the register cannot be read");
    }

    private static Check backups(OpenDesk desk) {
        List<Backup> backups = desk.register().backups().list();
        return backups.isEmpty()
                ? new Check("backups", State.LOOK, "none yet; sync --watch makes one each hour, backup FILE at once")
                : new Check(
                        "backups",
                        State.OK,
                        backups.size() + ", the newest of "
                                + desk.clocks().show(backups.getFirst().at()));
    }

    private static Check connection(ConnectionCheck.Found found) {
        boolean fine = !found.connection().equals("offline");
        return new Check("connection", fine ? State.OK : State.LOOK, found.connection() + ": " + found.detail());
    }

    private static Check clock(ConnectionCheck.Found found) {
        if (found.skewMillis() == null) {
            return new Check("clock", State.OK, "never compared with the cloud's");
        }
        return new Check(
                "clock",
                found.cause() == Cause.CLOCK_WRONG ? State.LOOK : State.OK,
                "the cloud's is " + found.skewMillis() + " ms ahead");
    }

    private static Ending ending(List<Check> checks) {
        for (Check check : checks) {
            if (check.state() == State.BAD) {
                Refusal refusal = check.name().equals("audit") ? Refusal.AUDIT_BROKEN : Refusal.DAMAGED;
                return new Ending.Refused(refusal, check.detail());
            }
        }
        long look = checks.stream().filter(check -> check.state() == State.LOOK).count();
        return look == 0
                ? new Ending.Done()
                : new Ending.NeedsPerson(look + (look == 1 ? " thing" : " things") + " to look at");
    }

    private static void document(JsonOut out, List<Check> checks) {
        out.object(() -> out.flag("healthy", checks.stream().allMatch(check -> check.state() == State.OK))
                .name("checks")
                .array(() -> checks.forEach(check -> out.object(() -> out.field("name", check.name())
                        .field("state", check.state().name().toLowerCase(Locale.ROOT))
                        .field("detail", check.detail())))));
    }

    private static void words(PrintStream out, List<Check> checks) {
        Table table = new Table("check", "state", "finding");
        checks.forEach(check -> table.row(check.name(), check.state().name().toLowerCase(Locale.ROOT), check.detail()));
        table.print(out);
    }
}
