package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.sqlite.Turn;
import gatebook.store.witness.Finding;
import gatebook.store.witness.FindingKind;
import gatebook.store.witness.Findings;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What was found out about the trails of this desk and the cloud, as the commands tell it. */
final class TrailFindings {
    private final OpenDesk desk;

    TrailFindings(OpenDesk desk) {
        this.desk = desk;
    }

    /** The newest open finding that somebody has to answer for. */
    Optional<Finding> alarm() {
        return desk.read(Findings::alarm);
    }

    /** How a run ends while there is one: it was done, and somebody must hear of this. */
    Optional<Ending> ending() {
        return alarm().map(finding -> new Ending.NeedsPerson(sentence(finding)));
    }

    /** Open findings that leave the trail in doubt, what weighs most at the end. */
    List<Finding> unexplained() {
        return desk.read(Findings::unexplained).stream()
                .sorted(Comparator.comparing(finding -> finding.kind() == FindingKind.TRAIL_REWRITTEN))
                .toList();
    }

    Ending list() {
        List<Finding> findings = desk.read(Findings::all);
        desk.voice()
                .answer(
                        out -> out.array(() -> findings.forEach(finding -> document(out, finding))),
                        out -> words(out, findings));
        return new Ending.Done();
    }

    Ending acknowledge(String typedId, String reason, String by) {
        Typed typed = new Typed(desk.profile().zone());
        typed.words("reason", reason);
        typed.words("by", by);
        if (!typed.faults().isEmpty()) {
            return Ending.badValues(typed.faults());
        }
        if (reason.isBlank()) {
            return new Ending.Refused(Refusal.REASON_MISSING, "what was it? Say so with --reason");
        }
        OptionalLong id = Typed.number(typedId);
        Instant now = desk.around().clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Finding> acknowledged = id.isEmpty()
                ? Optional.empty()
                : desk.database()
                        .write(
                                Turn.GATE,
                                session -> Findings.acknowledge(
                                        session,
                                        id.getAsLong(),
                                        new Finding.Acknowledgement(now, by.strip(), reason.strip())));
        if (acknowledged.isEmpty()) {
            return new Ending.Refused(Refusal.NO_SUCH_FINDING, "There is no open finding " + Shown.brief(typedId));
        }
        desk.voice()
                .answer(
                        out -> document(out, acknowledged.get()),
                        out -> out.println("acknowledged by " + by.strip() + ": "
                                + acknowledged.get().detail()));
        return new Ending.Done();
    }

    static void document(JsonOut out, Finding finding) {
        Finding.Acknowledgement said = finding.acknowledgement();
        out.object(() -> out.field("id", finding.id())
                .field("kind", finding.kind().text())
                .field("found_at", finding.foundAt())
                .field("detail", finding.detail())
                .field("acknowledged_at", said == null ? null : said.at())
                .field("acknowledged_by", said == null ? null : said.by())
                .field("acknowledged_reason", said == null ? null : said.reason()));
    }

    private void words(PrintStream out, List<Finding> findings) {
        if (findings.isEmpty()) {
            out.println("nothing was ever found");
            return;
        }
        Table table = new Table("id", "found", "what", "acknowledged");
        for (Finding finding : findings) {
            Finding.Acknowledgement said = finding.acknowledgement();
            table.row(
                    Long.toString(finding.id()),
                    desk.clocks().show(finding.foundAt()),
                    finding.detail(),
                    said == null ? "" : said.by() + ": " + said.reason());
        }
        table.print(out);
    }

    static String sentence(Finding finding) {
        Refusal code = refusal(finding.kind());
        return code.code() + ": " + finding.detail() + ". " + Advice.on(code);
    }

    private static Refusal refusal(FindingKind kind) {
        return switch (kind) {
            case TRAIL_REWRITTEN, TAIL_MISSING -> Refusal.TRAIL_REWRITTEN;
            case CLOUD_REWRITTEN, CLOUD_LOST -> Refusal.CLOUD_REWRITTEN;
        };
    }
}
