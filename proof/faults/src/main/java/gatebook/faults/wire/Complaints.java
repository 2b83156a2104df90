package gatebook.faults.wire;

import gatebook.store.exchange.Runs;
import gatebook.store.query.SyncCounts;
import gatebook.sync.service.RunReport;
import java.util.ArrayList;
import java.util.List;

/** What was found that should not be so. */
final class Complaints {
    private final List<String> found = new ArrayList<>();

    /** Complains unless something is so. */
    void unless(boolean isSo, String complaint) {
        if (!isSo) {
            found.add(complaint);
        }
    }

    /** After a run over a clean line nothing may be left to do. */
    void unlessHealed(RunReport report, SyncCounts counts) {
        unless(report.outcome() == Runs.RunOutcome.COMPLETED, "over a clean line the run ended so: " + report);
        unless(
                counts.pending() == 0 && counts.failed() == 0 && counts.conflicts() == 0,
                "over a clean line something stays: " + counts);
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
