package gatebook.sync.service;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Doubt;
import gatebook.store.exchange.Inbox;
import gatebook.store.exchange.Marks;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Runs;
import gatebook.store.exchange.Tally;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.sqlite.StoreFault;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.engine.Effect;
import gatebook.sync.engine.Engine;
import gatebook.sync.engine.EngineSettings;
import gatebook.sync.engine.Event;
import gatebook.sync.engine.Timer;
import gatebook.sync.transport.Cloud;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import gatebook.wire.push.PushRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One desk's synchronization without the time that it takes: steps the engine, does in the book what it says, and leaves
 * requests and timers to the outside. Used by one thread.
 */
public final class BookWork {
    private static final Logger LOG = LoggerFactory.getLogger(BookWork.class);
    private static final int PURGE_ROWS = 500;

    /** The longest transaction of the engine beside a gate that is at work. */
    private static final Duration GATE_WAITS_AT_MOST = Duration.ofMillis(14);

    /**
     * The longest part of a first load while the gate is at rest: it makes room when somebody comes, but what it has applied
     * is to be committed first. The same pages of the indexes are written by each transaction anew, so that long ones load
     * nearly twice as fast.
     */
    private static final Duration AT_REST = Duration.ofMillis(200);

    private static final Duration ASK_ABOUT_THE_PAST_EVERY = Duration.ofMinutes(5);

    private final Desk desk;
    private final Duration endedKept;
    private final Function<Event, List<Effect>> engine;
    private final Outside outside;
    private final SpanWork spans;
    private final ChunkSize page = new ChunkSize(GATE_WAITS_AT_MOST, ChangesPage.CHANGES_MAX);
    private final ChunkSize part = new ChunkSize(AT_REST, Cloud.STRETCH_RECORDS);
    private final GateRest gate;
    private final Rarely pastAsked;
    private final Deque<Event> events = new ArrayDeque<>();
    private final List<SyncObserver> observers = new CopyOnWriteArrayList<>();

    private @Nullable Long runId;
    private long lastRun;
    private long loadedRecords;

    /**
     * @param engine steps: what is to be done because of an event
     */
    public BookWork(Desk desk, EngineSettings settings, Function<Event, List<Effect>> engine, Outside outside) {
        this.desk = desk;
        this.endedKept = settings.endedKept();
        this.engine = engine;
        this.outside = outside;
        this.gate = new GateRest(desk.database(), desk.nanos());
        this.spans = new SpanWork(desk.database());
        this.pastAsked = new Rarely(desk.nanos(), ASK_ABOUT_THE_PAST_EVERY);
    }

    public void observe(SyncObserver observer) {
        observers.add(observer);
    }

    /** Notes an event for the next {@link #drain}. */
    public void tell(Event event) {
        events.add(event);
    }

    /** Steps the engine with all that was told, and what follows from it. */
    public void drain() {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            handle(event);
        }
    }

    /** Something went wrong that nobody foresaw: the cycle ends, and the next one begins where the book stands. */
    public void breakOff(RuntimeException fault) {
        handle(new Event.StoreFailed(String.valueOf(fault.getMessage())));
    }

    /** Nobody steps any longer. */
    void tellStopped() {
        observers.forEach(SyncObserver::stopped);
    }

    private void handle(Event event) {
        for (Effect effect : engine.apply(event)) {
            try {
                perform(effect);
            } catch (StoreFault fault) {
                LOG.warn("the register refused while syncing: {}", fault.getMessage());
                events.add(new Event.StoreFailed(String.valueOf(fault.getMessage())));
                return;
            }
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.ReleaseAll() -> desk.outbox().releaseAll();
            case Effect.TakeBatch(int limit, Outbox.Due due, Outbox.Lane lane) ->
                taken(desk.outbox().take(now(), limit, due, lane));
            case Effect.SendPush(Outbox.Batch batch, Cursor after, Effect.Attempt attempt) ->
                send(batch, after, attempt);
            case Effect.Settle(Outbox.Batch batch, var answer) -> {
                Tally tally = desk.outbox().settle(batch, answer, marks());
                events.addFirst(new Event.Settled(tally));
            }
            case Effect.Release(Outbox.Batch batch) -> desk.outbox().release(batch);
            case Effect.ReadPosition() ->
                events.add(new Event.PositionRead(desk.inbox().position()));
            case Effect.FetchPage(Cursor after) -> fetch(after);
            case Effect.ApplyPage(ChangesPage page) -> apply(page);
            case Effect.NoteNothingNew(var told, PastAnswer past) -> {
                if (past != null) {
                    desk.inbox().hear(past, marks());
                }
                desk.inbox().nothingNew(told, marks());
            }
            case Effect.LoadAll(Position from) -> {
                loadedRecords = 0;
                outside.load(from);
            }
            case Effect.CompareSpans(List<Span> asked) -> outside.ask(spans.compare(asked, Engine.SLICES));
            case Effect.ListSpan(Span span) -> outside.ask(spans.list(span));
            case Effect.FindVoided() -> events.add(spans.voided());
            case Effect.FetchRecords(List<EntryId> records) ->
                outside.ask(Errand.of(new RecordsRequest(records), Cloud::records, Event.RecordsArrived::new));
            case Effect.RepairRecords(List<EntryId> asked, RecordsAnswer answer, Doubt doubt) -> {
                events.add(new Event.RecordsRepaired(desk.healing().repair(asked, answer, doubt, marks())));
                observers.forEach(SyncObserver::recordsChanged);
            }
            case Effect.NoteHealed(HistoryId history, Cursor cursor) ->
                desk.healing().healed(history, cursor, marks());
            case Effect.StartOver(Inbox.Past past, String why) -> desk.inbox().startOver(past, why, marks());
            case Effect.CheckHealth() ->
                outside.ask(Errand.of(effect, (cloud, _) -> cloud.health(), health -> new Event.Healthy()));
            case Effect.SetTimer(Timer timer, Duration delay) -> setTimer(timer, delay);
            case Effect.BeginRun(Runs.Trigger trigger) -> beginRun(trigger);
            case Effect.EndRun(Tally tally, Runs.RunOutcome outcome, String error) -> endRun(tally, outcome, error);
            case Effect.TellConnection(Connection connection) -> tell(connection);
            case Effect.TellProgress(String message, double fraction) ->
                observers.forEach(observer -> observer.progressed(message, fraction));
            case Effect.Report(long ticket, Tally tally, Runs.RunOutcome outcome, String error) ->
                outside.report(ticket, new RunReport(lastRun, tally, outcome, error));
        }
    }

    private void taken(Outbox.Batch batch) {
        long waiting = batch.operations().isEmpty() ? 0 : desk.outbox().waiting();
        events.add(new Event.BatchTaken(batch, waiting + batch.operations().size()));
    }

    private void send(Outbox.Batch batch, @Nullable Cursor after, Effect.Attempt attempt) {
        if (desk.outbox().isCloned()) {
            // Tried again with the next number it might pass, and the other machine would be the refused one.
            Failure cloned = new Failure(Failure.Kind.DESK_CLONED, null, "two machines hold this desk's identity");
            events.add(new Event.RequestFailed(cloned));
            return;
        }
        Outbox.Batch numbered = attempt == Effect.Attempt.FIRST
                ? desk.outbox().numbered(batch, now())
                : batch.numbered(desk.outbox().nextDeviceSeq(now()));
        outside.ask(Errand.of(
                numbered, (cloud, asked) -> cloud.push(asked, PushRequest.DryRun.NO, after), Event.PushAnswered::new));
    }

    private void fetch(Cursor after) {
        int limit = page.records();
        Cursor seen = desk.inbox().seen().orElse(null);
        if (pastAsked.isDue()) {
            PastQuestion past = desk.inbox().question();
            outside.ask(
                    Errand.of(after, (cloud, from) -> cloud.changes(from, seen, limit, past), Event.PageArrived::new));
        } else {
            outside.ask(Errand.of(after, (cloud, from) -> cloud.changes(from, seen, limit), Event.PageArrived::new));
        }
    }

    private void apply(ChangesPage news) {
        long begun = desk.nanos().getAsLong();
        Tally tally = desk.inbox().apply(news, marks());
        page.took(news.changes().size(), desk.nanos().getAsLong() - begun);
        events.addFirst(new Event.PageApplied(tally));
        observers.forEach(SyncObserver::recordsChanged);
    }

    /** Takes a stretch of a first load in, part by part. */
    public void takeStretch(List<Change> stretch, Cursor cursor) {
        Tally tally = Tally.NONE;
        for (int from = 0; from < stretch.size(); ) {
            ChunkSize chunk = gate.isAtRest() ? part : page;
            List<Change> next = stretch.subList(from, Math.min(stretch.size(), from + chunk.records()));
            long begun = desk.nanos().getAsLong();
            Inbox.Part taken = desk.inbox().load(next, cursor, marks());
            tally = tally.plus(taken.tally());
            chunk.took(taken.records(), desk.nanos().getAsLong() - begun);
            from += taken.records();
        }
        loadedRecords += stretch.size();
        events.add(new Event.StretchLoaded(tally, loadedRecords));
        observers.forEach(SyncObserver::recordsChanged);
    }

    /** A first load is whole. */
    public void loaded(Cursor cursor) {
        desk.inbox().loaded(cursor, marks());
        events.add(new Event.Loaded(cursor));
    }

    private void setTimer(Timer timer, Duration delay) {
        outside.set(timer, delay);
        if (timer == Timer.CYCLE) {
            purge();
        }
    }

    /** A fault told to the engine would end the cycle that has just ended, and come here again at once, for ever. */
    private void purge() {
        try {
            desk.outbox().purge(now().minus(endedKept), PURGE_ROWS);
        } catch (StoreFault fault) {
            LOG.warn("what was sent long ago stays until the next cycle: {}", fault.getMessage());
        }
    }

    private void beginRun(Runs.Trigger trigger) {
        lastRun = desk.runs().begin(trigger, now());
        runId = lastRun;
    }

    private void endRun(Tally tally, Runs.RunOutcome outcome, @Nullable String error) {
        if (runId != null) {
            desk.runs().end(runId, tally, outcome, error, now());
        }
        runId = null;
        noteSkew();
        observers.forEach(SyncObserver::runEnded);
    }

    private void noteSkew() {
        desk.database().note(session -> {
            Metadata.put(session, MetadataKey.CLOCK_SKEW_MS, Long.toString(outside.clockSkewMillis()), now());
            return session;
        });
    }

    private void tell(Connection connection) {
        if (connection.cause() == Cause.DESK_CLONED) {
            desk.outbox().noteCloned(now());
        }
        desk.database().note(session -> {
            if (connection.cause() == null) {
                Metadata.remove(session, MetadataKey.CONNECTION_CAUSE);
            } else {
                Metadata.put(
                        session,
                        MetadataKey.CONNECTION_CAUSE,
                        connection.cause().text(),
                        now());
            }
            return session;
        });
        for (SyncObserver observer : observers) {
            observer.connectionChanged(connection);
        }
    }

    private Marks marks() {
        return new Marks(now(), runId);
    }

    private Instant now() {
        return desk.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
