package gatebook.sync.engine;

import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Runs;
import gatebook.store.exchange.Tally;
import gatebook.sync.connectivity.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the run under way was asked for, has done so far and has told. */
final class RunInProgress {
    private @Nullable Order order;
    private Tally tally = Tally.NONE;
    private boolean noted;
    private double told;
    private long sent;
    private long toSend;
    private int pages;
    private boolean compared;
    private boolean loadInParts;
    private boolean tried;

    void begin(@Nullable Order asked) {
        order = asked;
        tally = Tally.NONE;
        noted = false;
        told = 0;
        sent = 0;
        toSend = 0;
        pages = 0;
        compared = false;
        loadInParts = false;
        tried = false;
    }

    /** Whether both sides are to be compared, which was not done yet. */
    boolean wantsComparing() {
        return !compared && (loadInParts || order != null && order.scope() instanceof Order.Scope.Full);
    }

    /** Where a first load goes on after a cut, its beginning is here, and the checksum at its end was never seen. */
    void loads(Position from, List<Effect> effects) {
        note(effects);
        loadInParts |= from instanceof Position.Loading;
    }

    void compared() {
        compared = true;
    }

    @Nullable
    Order order() {
        return order;
    }

    /** What the next batch may hold: once in a run that a person asked for, all that waits for a retry too. */
    Outbox.Due nextDue() {
        boolean first = order != null && !tried;
        tried = true;
        return first ? Outbox.Due.ALL : Outbox.Due.NOW;
    }

    Outbox.Lane lane() {
        return order != null && order.scope() instanceof Order.Scope.One(var record)
                ? new Outbox.Lane.Of(record)
                : new Outbox.Lane.Any();
    }

    void add(Tally more) {
        tally = tally.plus(more);
    }

    void waiting(long operations) {
        toSend = Math.max(toSend, sent + operations);
    }

    /** How many wait behind a batch, as far as is known. */
    long left(Outbox.Batch batch) {
        return toSend - sent - batch.operations().size();
    }

    void sent(int operations) {
        sent += operations;
    }

    void page() {
        pages++;
    }

    /** 0 to 1. */
    double pushedShare() {
        return toSend == 0 ? 1 : Math.min(1, (double) sent / toSend);
    }

    /** 0 to 1, ever slower, since nobody knows how many pages are left. */
    double pulledShare() {
        return 1 - 1.0 / (1 + pages / 4.0);
    }

    /** A run has a row of its own from the moment it is asked for, or touches something. */
    void note(List<Effect> effects) {
        if (!noted) {
            noted = true;
            effects.add(new Effect.BeginRun(order == null ? Runs.Trigger.BACKGROUND : order.trigger()));
        }
    }

    void progress(String message, double fraction, List<Effect> effects) {
        if (order != null) {
            note(effects);
        }
        if (order != null || noted) {
            told = Math.max(told, fraction);
            effects.add(new Effect.TellProgress(message, told));
        }
    }

    Runs.RunOutcome endingOf(Failure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, STALLED, TOO_BUSY, CLOUD_DOWN, NOT_OUR_CLOUD ->
                tally.equals(Tally.NONE) ? Runs.RunOutcome.OFFLINE : Runs.RunOutcome.PARTIAL;
            case SIGN_IN_NEEDED, DESK_CLONED, TOO_LARGE, MALFORMED, REFUSED, HISTORY_CHANGED, HISTORY_REWRITTEN ->
                Runs.RunOutcome.REFUSED;
        };
    }

    void end(Runs.RunOutcome outcome, @Nullable String error, List<Effect> effects) {
        if (noted) {
            effects.add(new Effect.EndRun(tally, outcome, error));
        }
        if (order != null) {
            effects.add(new Effect.Report(order.ticket(), tally, outcome, error));
        }
        order = null;
        noted = false;
    }
}
