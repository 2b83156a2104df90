package gatebook.sync.engine;

import gatebook.store.exchange.Doubt;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Runs;
import gatebook.store.exchange.Tally;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.PushAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One desk's synchronization (ARCHITECTURE.md). A cycle pushes until dry, pulls until dry, and goes round again while
 * merging gives it something to send. One batch is on the wire at a time; while it is, the outcomes of the one before are
 * settled and the next one is taken. Holds no thread, clock or I/O: {@link #step} says what is to be done, and is told
 * what came of it. Chance is injected. Used by one thread.
 */
public final class Engine {
    /** Into so many slices a span is cut that is compared. */
    public static final int SLICES = Comparing.PARTS;

    private final EngineSettings settings;
    private final Backoff backoff;
    private final List<Effect> effects = new ArrayList<>();
    private final Deque<Order> orders = new ArrayDeque<>();
    private final RunInProgress run = new RunInProgress();

    private Phase phase = new Phase.Idle();
    private Connection connection = Connection.UNTRIED;
    private Position position = new Position.Fresh();
    private final Whereabouts whereabouts = new Whereabouts();
    private int batchLimit;
    private boolean wakeAgain;
    private boolean leftovers = true;
    private int rounds;
    private int stalls;
    private @Nullable Failure pushFailure;

    public Engine(EngineSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.backoff = new Backoff(settings, random);
        this.batchLimit = settings.batchMax();
    }

    /** Takes one event; what is to be done because of it, in order. */
    public List<Effect> step(Event event) {
        effects.clear();
        switch (event) {
            case Event.Started() -> wake();
            case Event.LocalWrite() -> wakeIfOnline();
            case Event.CloudNews(Cursor upTo) -> news(upTo);
            case Event.TimeUp(Timer timer) -> timeUp(timer);
            case Event.Asked(Order order) -> {
                orders.add(order);
                wake();
            }
            case Event.BatchTaken(Outbox.Batch batch, long waiting) -> batchTaken(batch, waiting);
            case Event.PushAnswered(PushAnswer answer) -> pushAnswered(answer);
            case Event.Settled(Tally tally) -> settled(tally);
            case Event.PositionRead(Position read) -> positionRead(read);
            case Event.PageArrived(ChangesPage page) -> pageArrived(page);
            case Event.PageApplied(Tally tally) -> pageApplied(tally);
            case Event.StretchLoaded(Tally tally, long records) -> stretchLoaded(tally, records);
            case Event.Loaded(Cursor at) -> loaded(at);
            case Event.OfComparison answer -> comparing(answer);
            case Event.Healthy() -> healthy();
            case Event.RequestFailed(Failure failure) -> requestFailed(failure);
            case Event.StoreFailed(String detail) -> end(Runs.RunOutcome.PARTIAL, detail);
        }
        return List.copyOf(effects);
    }

    /** What is known of the way to the cloud. */
    public Connection connection() {
        return connection;
    }

    /** Whether nothing is under way. */
    public boolean isIdle() {
        return phase instanceof Phase.Idle;
    }

    private void wake() {
        if (phase instanceof Phase.Idle) {
            begin();
        } else {
            wakeAgain = true;
        }
    }

    private void news(Cursor upTo) {
        whereabouts.hear(upTo);
        if (isIdle() && whereabouts.isBehindTheNews()) {
            wake();
        }
    }

    /** What is written while offline waits for the timer: asking a dead line at every entry helps nobody. */
    private void wakeIfOnline() {
        if (connection.isOnline() || !(phase instanceof Phase.Idle)) {
            wake();
        }
    }

    private void timeUp(Timer timer) {
        switch (timer) {
            case CYCLE -> wake();
            case RETRY -> {
                if (phase instanceof Phase.BackingOff(Phase.Asking again)) {
                    repeat(again);
                }
            }
        }
    }

    private void begin() {
        wakeAgain = false;
        whereabouts.anotherRound();
        rounds = 0;
        run.begin(orders.poll());
        if (run.order() == null && !connection.isOnline() && connection.cause() != null) {
            // Offline for a known reason: one small question before a batch is put on the wire.
            enter(new Phase.Checking(), new Effect.CheckHealth());
        } else {
            startCycle();
        }
    }

    private void startCycle() {
        if (leftovers) {
            effects.add(new Effect.ReleaseAll());
            leftovers = false;
        }
        enter(new Phase.Positioning(0), new Effect.ReadPosition());
    }

    private void positionRead(Position read) {
        if (!(phase instanceof Phase.Positioning(int loadTries))) {
            return;
        }
        position = read;
        whereabouts.follow(
                switch (read) {
                    case Position.Following(Cursor at) -> at;
                    case Position.Behind(Cursor at) -> at;
                    case Position.Fresh(), Position.Loading _, Position.Parted() -> null;
                });
        // What was made on top of changes that the cloud has lost must not meet it without them.
        if (read instanceof Position.Parted) {
            compare(Doubt.HISTORY_LOST);
        } else if (read instanceof Position.Behind) {
            wakeAgain = true;
            pull(1);
        } else if (loadTries > 0) {
            pull(loadTries);
        } else {
            progress("Pushing local changes...", 0.1);
            take(null);
        }
    }

    private void healthy() {
        if (phase instanceof Phase.Checking) {
            heard();
            startCycle();
        }
    }

    private void take(Phase.@Nullable Answered answered) {
        enter(new Phase.Taking(answered), takeBatch());
    }

    private Effect takeBatch() {
        return new Effect.TakeBatch(batchLimit, run.nextDue(), run.lane());
    }

    private void batchTaken(Outbox.Batch batch, long waiting) {
        if (phase instanceof Phase.Sending(Outbox.Batch sent, int tries, Outbox.Batch none)) {
            phase = new Phase.Sending(sent, tries, batch);
            return;
        }
        if (!(phase instanceof Phase.Taking(Phase.Answered answered))) {
            return;
        }
        run.waiting(waiting);
        if (!batch.isEmpty()) {
            send(batch, answered, waiting - batch.operations().size());
        } else if (answered != null) {
            enter(new Phase.Settling(), answered.settle());
        } else if (run.order() != null || whereabouts.needsPage()) {
            pull(1);
        } else {
            dry();
        }
    }

    /** Under way first: the run's row, the outcomes before it and the next batch are seen to while the cloud works. */
    private void send(Outbox.Batch batch, Phase.@Nullable Answered answered, long left) {
        enter(
                new Phase.Sending(batch, 1, Outbox.Batch.NONE),
                new Effect.SendPush(batch, whereabouts.furthest(), Effect.Attempt.FIRST));
        run.note(effects);
        if (answered != null) {
            effects.add(answered.settle());
        }
        if (left > 0) {
            effects.add(takeBatch());
        }
    }

    private void pushAnswered(PushAnswer answer) {
        if (phase instanceof Phase.Sending(Outbox.Batch batch, int tries, Outbox.Batch ahead)) {
            heard();
            batchLimit = Math.min(settings.batchMax(), batchLimit * 2);
            stalls = 0;
            run.sent(batch.operations().size());
            progress("Pushing local changes...", 0.1 + 0.4 * run.pushedShare());
            Phase.Answered answered = new Phase.Answered(batch, whereabouts.placed(answer));
            if (ahead.isEmpty()) {
                take(answered);
            } else {
                send(ahead, answered, run.left(ahead));
            }
        }
    }

    private void settled(Tally tally) {
        run.add(tally);
        if (phase instanceof Phase.Settling) {
            take(null);
        }
    }

    private void pull(int tries) {
        progress("Pulling remote changes...", 0.5);
        Cursor cursor = whereabouts.cursor();
        if (cursor != null) {
            fetch(cursor, tries);
        } else {
            run.loads(position, effects);
            enter(new Phase.Loading(tries), new Effect.LoadAll(position));
        }
    }

    private void fetch(Cursor after, int tries) {
        enter(new Phase.Fetching(after, tries), new Effect.FetchPage(after));
    }

    private void pageArrived(ChangesPage page) {
        if (!(phase instanceof Phase.Fetching)) {
            return;
        }
        heard();
        boolean still = page.cursor().equals(whereabouts.cursor());
        whereabouts.read(page);
        if (page.changes().isEmpty()) {
            if (still) {
                effects.add(new Effect.NoteNothingNew(page.policy(), page.past()));
                dry();
                return;
            }
            enter(new Phase.Applying(page), new Effect.ApplyPage(page));
            return;
        }
        run.note(effects);
        if (page.more()) {
            run.page();
            progress("Pulling remote changes...", 0.5 + 0.3 * run.pulledShare());
            fetch(page.cursor(), 1);
            effects.add(new Effect.ApplyPage(page));
        } else {
            enter(new Phase.Applying(page), new Effect.ApplyPage(page));
        }
    }

    private void pageApplied(Tally tally) {
        run.add(tally);
        if (tally.merged() > 0) {
            wakeAgain = true;
        }
        if (phase instanceof Phase.Applying) {
            dry();
        }
    }

    private void stretchLoaded(Tally tally, long records) {
        if (phase instanceof Phase.Loading) {
            heard();
            run.add(tally);
            run.page();
            progress("Pulling remote changes... " + records, 0.5 + 0.3 * run.pulledShare());
        }
    }

    private void loaded(Cursor at) {
        if (phase instanceof Phase.Loading) {
            heard();
            whereabouts.follow(at);
            fetch(at, 1);
        }
    }

    private void compare(Doubt doubt) {
        run.note(effects);
        run.compared();
        compareOn(new Comparing(doubt));
    }

    private void comparing(Event.OfComparison answer) {
        if (phase instanceof Phase.Comparing(Comparing work, Effect asked, int tries)) {
            heard();
            run.add(work.take(answer));
            compareOn(work);
        }
    }

    private void compareOn(Comparing work) {
        progress(work.words(), 0.8 + 0.15 * work.share());
        Effect next = work.next();
        if (next != null) {
            enter(new Phase.Comparing(work, next, 1), next);
            return;
        }
        Optional<Effect.NoteHealed> healed = work.end();
        healed.ifPresent(note -> {
            effects.add(note);
            whereabouts.follow(note.cursor());
        });
        if (healed.isPresent() || work.repaired() > 0) {
            take(null);
        } else {
            dry();
        }
    }

    /** Both ways are dry for now. What was written or merged meanwhile goes with another round, within bounds. */
    private void dry() {
        progress("Resolving conflicts...", 0.8);
        if (pushFailure != null) {
            end(Runs.RunOutcome.PARTIAL, pushFailure.detail());
        } else if (run.wantsComparing()) {
            compare(Doubt.NONE);
        } else if ((wakeAgain || whereabouts.isBehindTheNews()) && rounds < settings.roundsMax()) {
            wakeAgain = false;
            whereabouts.anotherRound();
            rounds++;
            take(null);
        } else {
            // Whatever goes on merging for ever waits for the timer with everybody else.
            end(Runs.RunOutcome.COMPLETED, null);
        }
    }

    private void requestFailed(Failure failure) {
        switch (phase) {
            case Phase.Sending sending -> pushFailed(sending, failure);
            case Phase.Asking asking -> failed(failure, asking);
            case Phase.Checking() -> giveUp(failure);
            case Phase.Idle _,
                    Phase.Taking _,
                    Phase.Settling _,
                    Phase.Positioning _,
                    Phase.Applying _,
                    Phase.BackingOff _ -> {
                // A straggler: what it was about has ended.
            }
        }
    }

    private void pushFailed(Phase.Sending sending, Failure failure) {
        if (failure.isPassing() && !failure.asksForLess() && sending.tries() < settings.triesMax()) {
            failed(failure, sending);
            return;
        }
        if (!sending.ahead().isEmpty()) {
            effects.add(new Effect.Release(sending.ahead()));
        }
        if (failure.asksForLess()) {
            sendLess(sending.batch(), failure);
        } else {
            pushGivenUp(sending.batch(), failure);
        }
    }

    /** Half as much may pass where all of it did not; a single operation that cannot is refused by name. */
    private void sendLess(Outbox.Batch batch, Failure failure) {
        boolean single = batch.operations().size() == 1;
        batchLimit = Math.max(1, batch.operations().size() / 2);
        stalls++;
        if (single && failure.kind() != Failure.Kind.STALLED) {
            PushAnswer rejected =
                    PushAnswer.unreadable(batch.operations().getFirst().opId(), failure.detail());
            enter(new Phase.Settling(), new Effect.Settle(batch, rejected));
        } else if (!single || stalls < settings.triesMax()) {
            effects.add(new Effect.Release(batch));
            take(null);
        } else {
            pushGivenUp(batch, failure);
        }
    }

    /** Pull never waits for push: where the line itself is up, what others wrote still comes in. */
    private void pushGivenUp(Outbox.Batch batch, Failure failure) {
        effects.add(new Effect.Release(batch));
        switch (failure.kind()) {
            case STALLED, CLOUD_DOWN, REFUSED, TOO_LARGE, MALFORMED -> {
                pushFailure = failure;
                pull(settings.triesMax());
            }
            case HISTORY_CHANGED, HISTORY_REWRITTEN -> startOver(failure);
            case UNREACHABLE, TOO_BUSY, NOT_OUR_CLOUD, SIGN_IN_NEEDED, DESK_CLONED -> giveUp(failure);
        }
    }

    /** The cloud was restored, or lost its last changes: both sides are compared, and nothing is sent before. */
    private void startOver(Failure failure) {
        whereabouts.follow(null);
        effects.add(new Effect.StartOver(failure.past(), failure.detail()));
        if (rounds++ < settings.roundsMax()) {
            enter(new Phase.Positioning(1), new Effect.ReadPosition());
        } else {
            giveUp(failure);
        }
    }

    private void failed(Failure failure, Phase.Asking asking) {
        if (failure.isOfThePast()) {
            startOver(failure);
        } else if (failure.isPassing() && asking.tries() < settings.triesMax()) {
            phase = new Phase.BackingOff(asking.again());
            effects.add(new Effect.SetTimer(Timer.RETRY, backoff.before(asking.tries(), failure.retryAfter())));
        } else {
            giveUp(failure);
        }
    }

    private void repeat(Phase.Asking again) {
        phase = again;
        switch (again) {
            case Phase.Sending(Outbox.Batch batch, int tries, Outbox.Batch ahead) ->
                effects.add(new Effect.SendPush(batch, whereabouts.furthest(), Effect.Attempt.REPEATED));
            case Phase.Fetching(Cursor after, int tries) -> effects.add(new Effect.FetchPage(after));
            case Phase.Loading(int tries) -> enter(new Phase.Positioning(tries), new Effect.ReadPosition());
            case Phase.Comparing(Comparing work, Effect asked, int tries) -> effects.add(asked);
        }
    }

    private void giveUp(Failure failure) {
        connect(Connection.lost(failure.cause()));
        end(run.endingOf(failure), failure.detail());
    }

    private void end(Runs.RunOutcome outcome, @Nullable String error) {
        if (outcome != Runs.RunOutcome.COMPLETED) {
            leftovers = true;
            whereabouts.follow(null);
        } else {
            progress("Synchronization complete", 1.0);
        }
        run.end(outcome, error, effects);
        phase = new Phase.Idle();
        wakeAgain = false;
        stalls = 0;
        pushFailure = null;
        if (orders.isEmpty()) {
            effects.add(new Effect.SetTimer(Timer.CYCLE, backoff.interval()));
        } else {
            begin();
        }
    }

    private void heard() {
        connect(Connection.GOOD);
    }

    private void connect(Connection now) {
        if (!now.equals(connection)) {
            connection = now;
            effects.add(new Effect.TellConnection(now));
        }
    }

    private void progress(String message, double fraction) {
        run.progress(message, fraction, effects);
    }

    private void enter(Phase next, Effect effect) {
        phase = next;
        effects.add(effect);
    }
}
