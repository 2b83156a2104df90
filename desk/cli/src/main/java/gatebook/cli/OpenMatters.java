package gatebook.cli;

import gatebook.store.query.SyncCounts;
import gatebook.store.query.SyncQueries;
import java.util.Optional;

/** What synchronizing left for a person to decide. */
final class OpenMatters {
    private final OpenDesk desk;

    OpenMatters(OpenDesk desk) {
        this.desk = desk;
    }

    /** The end of a run that completed: done, or done with something left. */
    Ending ending() {
        Optional<Ending> alarm = new TrailFindings(desk).ending();
        if (alarm.isPresent()) {
            return alarm.get();
        }
        SyncCounts counts = new SyncQueries(desk.database()).counts();
        if (counts.conflicts() == 0 && counts.failed() == 0) {
            return new Ending.Done();
        }
        return new Ending.NeedsPerson(counts.conflicts() + " to decide (see: conflicts), " + counts.failed()
                + " refused for good (see: queue --status failed)");
    }
}
