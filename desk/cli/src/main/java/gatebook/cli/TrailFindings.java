package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.witness.Finding;
import gatebook.store.witness.FindingKind;
import gatebook.store.witness.Findings;
import gatebook.sync.connectivity.Cause;
import java.util.Comparator;
import java.util.Optional;

/** What was found out about the trails of this desk and the cloud, as the commands tell it. */
final class TrailFindings {
    private final OpenDesk desk;

    TrailFindings(OpenDesk desk) {
        this.desk = desk;
    }

    /** The newest open finding that somebody has to answer for. */
    Optional<Finding> alarm() {
        return desk.read(Findings::open).stream()
                .filter(finding -> finding.kind().isAlarm())
                .max(Comparator.comparingLong(Finding::id));
    }

    /** How a run ends while there is one: it was done, and somebody must hear of this. */
    Optional<Ending> ending() {
        return alarm().map(finding -> new Ending.NeedsPerson(sentence(finding)));
    }

    static String sentence(Finding finding) {
        Refusal code = refusal(finding.kind());
        return code.code() + ": " + finding.detail() + ". " + Advice.on(code);
    }

    static Cause cause(Finding finding) {
        return finding.kind() == FindingKind.CLOUD_REWRITTEN ? Cause.CLOUD_REWRITTEN : Cause.TRAIL_REWRITTEN;
    }

    private static Refusal refusal(FindingKind kind) {
        return switch (kind) {
            case TRAIL_REWRITTEN, TAIL_MISSING -> Refusal.TRAIL_REWRITTEN;
            case CLOUD_REWRITTEN, CLOUD_LOST -> Refusal.CLOUD_REWRITTEN;
        };
    }
}
