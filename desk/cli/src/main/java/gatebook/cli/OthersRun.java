package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.Tally;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.query.RunItem;
import gatebook.store.query.SyncQueries;
import gatebook.sync.connectivity.Cause;
import java.util.List;
import java.util.Optional;

/** What a person asks to be sent while another process of this desk syncs anyway: it is watched until it has gone that way. */
final class OthersRun {
    private final OpenDesk desk;
    private final SyncQueries queries;
    private final long newest;
    private final long waiting;

    /** Of all that waits now. */
    OthersRun(OpenDesk desk) {
        this.desk = desk;
        this.queries = new SyncQueries(desk.database());
        this.newest = queries.newestOperation();
        this.waiting = queries.counts().pending();
    }

    /** How it ended; empty while the other process has it in hand. */
    Optional<Ending> look() {
        if (queries.isSettledUpTo(newest)) {
            List<RunItem> runs = queries.runs();
            RunAnswer answer = new RunAnswer(
                    runs.isEmpty() ? 0 : runs.getFirst().id(), new Tally(waiting, 0, 0, 0, 0, 0), "completed");
            desk.voice().answer(answer::document, answer::words);
            return Optional.of(new OpenMatters(desk).ending());
        }
        return desk.read(session -> Metadata.get(session, MetadataKey.CONNECTION_CAUSE))
                .filter(cause -> !cause.equals(Cause.CLOCK_WRONG.text()))
                .map(cause -> new Ending.Refused(refusal(cause), "the process that syncs is offline: " + cause));
    }

    private static Refusal refusal(String cause) {
        if (cause.equals(Cause.NOT_OUR_CLOUD.text())) {
            return Refusal.NOT_OUR_CLOUD;
        }
        if (cause.equals(Cause.SIGN_IN_NEEDED.text())) {
            return Refusal.SIGN_IN_REFUSED;
        }
        return cause.equals(Cause.DESK_CLONED.text()) ? Refusal.DESK_CLONED : Refusal.OFFLINE;
    }
}
