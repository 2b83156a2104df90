package gatebook.faults.wire;

import gatebook.store.exchange.Runs;
import gatebook.store.query.SyncCounts;
import gatebook.sync.service.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What was found that should not be so. */
final class Complaints {
    private final List<String> found = new ArrayList<>();

    /** Complains unless something is so. */
    void unless(boolean isSo, String complaint) {
        if (!isSo) {
            found.add(complaint);
        }
    }

    /**
     * After a run over a clean line nothing may be left to do. A second one may be needed: the first may meet a connection
     * that the fault has closed, and a push is not sent twice without being asked for.
     */
    void unlessHealed(Supplier<RunReport> run, Supplier<SyncCounts> counts) {
        RunReport first = run.get();
        RunReport report = first.outcome() == Runs.RunOutcome.COMPLETED ? first : run.get();
        unless(report.outcome() == Runs.RunOutcome.COMPLETED, "over a clean line the run ended so: " + report);
        SyncCounts left = counts.get();
        unless(
                left.pending() == 0 && left.failed() == 0 && left.conflicts() == 0,
                "over a clean line something stays: " + left);
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
