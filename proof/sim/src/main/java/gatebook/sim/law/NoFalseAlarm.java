package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.witness.Finding;
import gatebook.store.witness.FindingKind;
import gatebook.store.witness.Findings;
import java.util.List;

/**
 * Nobody rewrites a past in these worlds, so no desk says that somebody did; and none says that the cloud lost something
 * which did not. Of two machines with one desk's files each is right to say that the other's trail is not its own; and so is
 * a desk whose register went back twice, to a copy that knows nothing of what was written since the first time.
 */
final class NoFalseAlarm extends Law {
    @Override
    String id() {
        return "S23";
    }

    @Override
    void look(Look look) {
        SimDesk desk = look.desk();
        List<Finding> findings = desk.database().read(Findings::all);
        findings.forEach(finding ->
                hold(finding.kind() != FindingKind.CLOUD_REWRITTEN, "desk " + desk.number() + ": " + finding));
    }

    @Override
    public void quiet(Site site) {
        for (SimDesk desk : site.desks()) {
            for (Finding finding : desk.database().read(Findings::all)) {
                hold(isTrue(finding.kind(), site), "desk " + desk.number() + ": " + finding);
            }
        }
    }

    private static boolean isTrue(FindingKind kind, Site site) {
        return switch (kind) {
            case CLOUD_REWRITTEN -> false;
            case TRAIL_REWRITTEN -> site.hasClones() || site.timesRewound() > 1;
            case CLOUD_LOST -> site.hasGoneBack();
            case TAIL_MISSING -> site.timesRewound() > 0;
        };
    }
}
