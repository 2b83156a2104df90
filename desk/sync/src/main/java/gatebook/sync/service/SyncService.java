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
import gatebook.store.query.SearchIndex;
import gatebook.store.sqlite.StoreFault;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.engine.Effect;
import gatebook.sync.engine.Engine;
import gatebook.sync.engine.EngineSettings;
import gatebook.sync.engine.Event;
import gatebook.sync.engine.Order;
import gatebook.sync.engine.Timer;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.Cloud;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.PushRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One desk's synchronization at work: a thread that steps the engine and does what it says in the book, and virtual
 * threads for the requests, so that answers are settled while the next one is under way. Only the process that holds the
 * sync lock may start one.
 */
public final class SyncService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncService.class);
    private static final Duration LOOK_FOR_OTHERS_EVERY = Duration.ofMillis(200);
    private static final int PURGE_ROWS = 500;
    private static final int SEARCH_ROWS = 200;
    private static final int STRETCHES_AHEAD = 2;
    private static final long LISTEN_AGAIN_MILLIS = 500;
    private static final long LISTEN_AGAIN_MILLIS_MAX = 30_000;
    private static final Duration LISTEN_HELD = Duration.ofSeconds(20);

    private final Desk desk;
    private final Cloud cloud;
    private final EngineSettings settings;
    private final Engine engine;
    private final SearchIndex search;
    private final SpanWork spans;
    private final Timers timers;
    private final ChunkSize chunk = new ChunkSize();
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Deque<Event> events = new ArrayDeque<>();
    private final List<SyncObserver> observers = new CopyOnWriteArrayList<>();
    private final Map<Long, CompletableFuture<RunReport>> askers = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread;

    private @Nullable Long runId;
    private long lastRun;
    private long newestQueued;
    private long loadedRecords;
    private volatile boolean stopped;

    public SyncService(Desk desk, Cloud cloud, EngineSettings settings, RandomGenerator random) {
        this.desk = desk;
        this.cloud = cloud;
        this.settings = settings;
        this.search = new SearchIndex(desk.database());
        this.spans = new SpanWork(desk.database(), cloud);
        this.engine = new Engine(settings, random);
        this.timers = new Timers(desk.nanos());
        this.thread = Thread.ofPlatform().name("gatebook-sync").daemon().unstarted(this::loop);
    }

    public void observe(SyncObserver observer) {
        observers.add(observer);
    }

    /** Stays and syncs in the background until closed: on local writes, on the cloud's news, on the timer. */
    public void startWatching() {
        desk.database().onGateCommit(() -> inbox.add(() -> events.add(new Event.LocalWrite())));
        newestQueued = desk.outbox().newest();
        inbox.add(() -> events.add(new Event.Started()));
        thread.start();
        requests.execute(this::listen);
    }

    /** Runs orders only, until closed. */
    public void startForOrders() {
        newestQueued = Long.MAX_VALUE;
        thread.start();
    }

    /** Asks for a run; completes when it has ended, whatever came of it. */
    public CompletableFuture<RunReport> order(Order.Scope scope) {
        long ticket = tickets.incrementAndGet();
        CompletableFuture<RunReport> report = new CompletableFuture<>();
        askers.put(ticket, report);
        inbox.add(() -> events.add(new Event.Asked(new Order(ticket, scope))));
        return report;
    }

    private void loop() {
        while (!stopped) {
            try {
                Runnable next =
                        inbox.poll(timers.untilNext(LOOK_FOR_OTHERS_EVERY).toNanos(), TimeUnit.NANOSECONDS);
                if (next != null) {
                    next.run();
                } else {
                    lookForOthersWrites();
                    followWithSearch();
                }
                timers.expired().ifPresent(timer -> events.add(new Event.TimeUp(timer)));
                drain();
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                // The last edge of the engine: whatever went wrong, the desk goes on syncing at the next cycle.
                LOG.error("sync cycle broken off", e);
                handle(new Event.StoreFailed(String.valueOf(e.getMessage())));
            }
        }
        askers.values().forEach(asker -> asker.cancel(false));
    }

    private void drain() {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            handle(event);
        }
    }

    private void handle(Event event) {
        for (Effect effect : engine.step(event)) {
            try {
                perform(effect);
            } catch (StoreFault fault) {
                LOG.warn("the register refused while syncing: {}", fault.getMessage());
                events.add(new Event.StoreFailed(String.valueOf(fault.getMessage())));
                return;
            }
        }
    }

    private void lookForOthersWrites() {
        if (newestQueued == Long.MAX_VALUE) {
            return;
        }
        long newest = desk.outbox().newest();
        if (newest > newestQueued) {
            newestQueued = newest;
            events.add(new Event.LocalWrite());
        }
    }

    /** The index that searching uses is brought up while there is nothing else to do, a little at a time. */
    private void followWithSearch() {
        if (engine.isIdle() && search.follow(SEARCH_ROWS) > 0) {
            inbox.add(this::followWithSearch);
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.ReleaseAll() -> desk.outbox().releaseAll();
            case Effect.TakeBatch(int limit, Outbox.Due due, Outbox.Lane lane) -> {
                Outbox.Batch batch = desk.outbox().take(now(), limit, due, lane);
                long waiting = batch.operations().isEmpty() ? 0 : desk.outbox().waiting();
                events.add(
                        new Event.BatchTaken(batch, waiting + batch.operations().size()));
            }
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
            case Effect.NoteNothingNew(var told) -> desk.inbox().nothingNew(told, marks());
            case Effect.LoadAll(Position from) -> load(from);
            case Effect.CompareSpans(List<Span> asked) ->
                request(() -> spans.compare(asked, Engine.SLICES), Function.identity());
            case Effect.ListSpan(Span span) -> request(() -> spans.list(span), Function.identity());
            case Effect.FindVoided() -> events.add(spans.voided());
            case Effect.FetchRecords(List<EntryId> records) ->
                request(() -> cloud.records(new RecordsRequest(records)), Event.RecordsArrived::new);
            case Effect.RepairRecords(List<EntryId> asked, RecordsAnswer answer, Doubt doubt) -> {
                events.add(new Event.RecordsRepaired(desk.healing().repair(asked, answer, doubt, marks())));
                observers.forEach(SyncObserver::recordsChanged);
            }
            case Effect.NoteHealed(HistoryId history, Cursor cursor) ->
                desk.healing().healed(history, cursor, marks());
            case Effect.StartOver() -> desk.inbox().startOver(marks());
            case Effect.CheckHealth() -> request(cloud::health, health -> new Event.Healthy());
            case Effect.SetTimer(Timer timer, Duration delay) -> setTimer(timer, delay);
            case Effect.BeginRun(Runs.Trigger trigger) -> beginRun(trigger);
            case Effect.EndRun(Tally tally, Runs.RunOutcome outcome, String error) -> endRun(tally, outcome, error);
            case Effect.TellConnection(Connection connection) -> tell(connection);
            case Effect.TellProgress(String message, double fraction) ->
                observers.forEach(observer -> observer.progressed(message, fraction));
            case Effect.Report(long ticket, Tally tally, Runs.RunOutcome outcome, String error) -> {
                CompletableFuture<RunReport> asker = askers.remove(ticket);
                if (asker != null) {
                    asker.complete(new RunReport(lastRun, tally, outcome, error));
                }
            }
        }
    }

    private void send(Outbox.Batch batch, @Nullable Cursor after, Effect.Attempt attempt) {
        if (desk.outbox().isCloned()) {
            // Tried again with the next number it might pass, and the other machine would be the refused one.
            Failure cloned = new Failure(Failure.Kind.DESK_CLONED, null, "two machines hold this desk's identity");
            events.add(new Event.RequestFailed(cloned));
            return;
        }
        Outbox.Batch numbered = attempt == Effect.Attempt.FIRST
                ? batch
                : new Outbox.Batch(desk.outbox().nextDeviceSeq(now()), batch.operations());
        request(() -> cloud.push(numbered, PushRequest.DryRun.NO, after), Event.PushAnswered::new);
    }

    private void fetch(Cursor after) {
        int limit = Math.min(chunk.records(), ChangesPage.CHANGES_MAX);
        Cursor seen = desk.inbox().seen().orElse(null);
        request(() -> cloud.changes(after, seen, limit), Event.PageArrived::new);
    }

    private void apply(ChangesPage page) {
        long begun = desk.nanos().getAsLong();
        Tally tally = desk.inbox().apply(page, marks());
        chunk.took(page.changes().size(), desk.nanos().getAsLong() - begun);
        events.addFirst(new Event.PageApplied(tally));
        observers.forEach(SyncObserver::recordsChanged);
    }

    /** The stream is read on a thread of its own, a few stretches ahead of the book. */
    private void load(Position from) {
        loadedRecords = 0;
        Semaphore ahead = new Semaphore(STRETCHES_AHEAD);
        inBackground(() -> {
            Answer<Cursor> answer = cloud.load(from, (stretch, cursor) -> {
                ahead.acquireUninterruptibly();
                inbox.add(() -> {
                    ahead.release();
                    takeStretch(stretch, cursor);
                });
            });
            inbox.add(() -> {
                switch (answer) {
                    case Answer.Heard<Cursor>(Cursor cursor) -> {
                        desk.inbox().loaded(cursor, marks());
                        events.add(new Event.Loaded(cursor));
                    }
                    case Answer.Failed<Cursor>(Failure failure) -> events.add(new Event.RequestFailed(failure));
                }
            });
        });
    }

    private void takeStretch(List<Change> stretch, Cursor cursor) {
        Tally tally = Tally.NONE;
        for (int from = 0; from < stretch.size(); ) {
            List<Change> part = stretch.subList(from, Math.min(stretch.size(), from + chunk.records()));
            long begun = desk.nanos().getAsLong();
            Inbox.Part taken = desk.inbox().load(part, cursor, marks());
            tally = tally.plus(taken.tally());
            chunk.took(taken.records(), desk.nanos().getAsLong() - begun);
            from += taken.records();
        }
        loadedRecords += stretch.size();
        events.add(new Event.StretchLoaded(tally, loadedRecords));
        observers.forEach(SyncObserver::recordsChanged);
    }

    private <T> void request(Supplier<Answer<T>> asking, Function<T, Event> heard) {
        inBackground(() -> {
            Event event = switch (asking.get()) {
                case Answer.Heard<T>(T message) -> heard.apply(message);
                case Answer.Failed<T>(Failure failure) -> new Event.RequestFailed(failure);
            };
            inbox.add(() -> events.add(event));
        });
    }

    /** A request that broke on a bug of this program still gets its answer, or the engine would wait for ever. */
    private void inBackground(Runnable request) {
        requests.execute(() -> {
            try {
                request.run();
            } catch (RuntimeException e) {
                LOG.error("a request broke off", e);
                Failure failure = new Failure(Failure.Kind.REFUSED, null, String.valueOf(e.getMessage()));
                inbox.add(() -> events.add(new Event.RequestFailed(failure)));
            }
        });
    }

    /** Stays on the line for news; each line that breaks at once doubles the wait before the next, up to a bound. */
    private void listen() {
        long wait = LISTEN_AGAIN_MILLIS;
        while (!stopped) {
            long begun = desk.nanos().getAsLong();
            cloud.listen(upTo -> inbox.add(() -> events.add(new Event.CloudNews(upTo))));
            boolean held = desk.nanos().getAsLong() - begun > LISTEN_HELD.toNanos();
            wait = held ? LISTEN_AGAIN_MILLIS : Math.min(wait * 2, LISTEN_AGAIN_MILLIS_MAX);
            try {
                listening.await(wait, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void setTimer(Timer timer, Duration delay) {
        timers.set(timer, delay);
        if (timer == Timer.CYCLE) {
            desk.outbox().purge(now().minus(settings.endedKept()), PURGE_ROWS);
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
            Metadata.put(session, MetadataKey.CLOCK_SKEW_MS, Long.toString(cloud.clockSkewMillis()), now());
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

    /** Ends the work; what is on the wire is broken off and sent again another time. */
    @Override
    public void close() {
        stopped = true;
        listening.countDown();
        thread.interrupt();
        requests.shutdownNow();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
