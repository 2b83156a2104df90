package gatebook.sync.service;

import gatebook.store.exchange.Position;
import gatebook.store.query.SearchIndex;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.engine.Engine;
import gatebook.sync.engine.EngineSettings;
import gatebook.sync.engine.Event;
import gatebook.sync.engine.Order;
import gatebook.sync.engine.Timer;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.Cloud;
import gatebook.wire.feed.Cursor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
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
    private static final int SEARCH_ROWS = 200;
    private static final int STRETCHES_AHEAD = 1;
    private static final long LISTEN_AGAIN_MILLIS = 500;
    private static final long LISTEN_AGAIN_MILLIS_MAX = 30_000;
    private static final Duration LISTEN_HELD = Duration.ofSeconds(20);

    private final Desk desk;
    private final Cloud cloud;
    private final Engine engine;
    private final BookWork work;
    private final SearchIndex search;
    private final Timers timers;
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Map<Long, CompletableFuture<RunReport>> askers = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread;

    private long newestQueued;
    private volatile boolean stopped;

    public SyncService(Desk desk, Cloud cloud, EngineSettings settings, RandomGenerator random) {
        this.desk = desk;
        this.cloud = cloud;
        this.search = new SearchIndex(desk.database());
        this.engine = new Engine(settings, random);
        this.work = new BookWork(desk, settings, engine::step, new Line());
        this.timers = new Timers(desk.nanos());
        this.thread = Thread.ofPlatform()
                .name("gatebook-sync")
                .daemon()
                .uncaughtExceptionHandler((of, fault) -> died(fault))
                .unstarted(this::loop);
    }

    public void observe(SyncObserver observer) {
        work.observe(observer);
    }

    /** Stays and syncs in the background until closed: on local writes, on the cloud's news, on the timer. */
    public void startWatching() {
        desk.database().onGateCommit(this::heedGate);
        newestQueued = desk.outbox().newest();
        inbox.add(() -> work.tell(new Event.Started()));
        thread.start();
        requests.execute(this::listen);
    }

    /** Runs orders only, until closed. */
    public void startForOrders() {
        newestQueued = Long.MAX_VALUE;
        thread.start();
    }

    /** Asks for a run; completes when it has ended, whatever came of it. Cancelled where nobody works any longer. */
    public CompletableFuture<RunReport> order(Order.Scope scope) {
        long ticket = tickets.incrementAndGet();
        CompletableFuture<RunReport> report = new CompletableFuture<>();
        askers.put(ticket, report);
        inbox.add(() -> work.tell(new Event.Asked(new Order(ticket, scope))));
        if (stopped) {
            report.cancel(false);
        }
        return report;
    }

    /** Whether it works no longer: it was closed, or a fault that nothing could catch has ended it. */
    public boolean isStopped() {
        return stopped;
    }

    /** What commits after the end is nobody's news here. */
    private void heedGate() {
        if (!stopped) {
            inbox.add(() -> work.tell(new Event.LocalWrite()));
        }
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
                timers.expired().ifPresent(timer -> work.tell(new Event.TimeUp(timer)));
                work.drain();
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                // The last edge of the engine: whatever went wrong, the desk goes on syncing at the next cycle.
                LOG.error("sync cycle broken off", e);
                work.breakOff(e);
            }
        }
        cancelAskers();
    }

    /** A heap that is full, or a bug in ending a cycle that broke off: syncing ends, and those who look on are told. */
    private void died(Throwable fault) {
        LOG.error("syncing has stopped", fault);
        stopped = true;
        listening.countDown();
        requests.shutdownNow();
        cancelAskers();
        work.tellStopped();
    }

    private void cancelAskers() {
        askers.values().forEach(asker -> asker.cancel(false));
    }

    private void lookForOthersWrites() {
        if (newestQueued == Long.MAX_VALUE) {
            return;
        }
        long newest = desk.outbox().newest();
        if (newest > newestQueued) {
            newestQueued = newest;
            work.tell(new Event.LocalWrite());
        }
    }

    /** The index that searching uses is brought up while there is nothing else to do, a little at a time. */
    private void followWithSearch() {
        if (engine.isIdle() && search.follow(SEARCH_ROWS) > 0) {
            inbox.add(this::followWithSearch);
        }
    }

    /** Requests on virtual threads, the stream of a first load one stretch ahead of the book. */
    private final class Line implements Outside {
        @Override
        public void ask(Errand<?, ?> errand) {
            inBackground(() -> {
                Event event = errand.carryOut(cloud);
                inbox.add(() -> work.tell(event));
            });
        }

        @Override
        public void load(Position from) {
            Semaphore ahead = new Semaphore(STRETCHES_AHEAD);
            inBackground(() -> {
                Answer<Cursor> answer = cloud.load(from, (stretch, cursor) -> {
                    ahead.acquireUninterruptibly();
                    inbox.add(() -> {
                        ahead.release();
                        work.takeStretch(stretch, cursor);
                    });
                });
                inbox.add(() -> {
                    switch (answer) {
                        case Answer.Heard<Cursor>(Cursor cursor) -> work.loaded(cursor);
                        case Answer.Failed<Cursor>(Failure failure) -> work.tell(new Event.RequestFailed(failure));
                    }
                });
            });
        }

        @Override
        public void set(Timer timer, Duration delay) {
            timers.set(timer, delay);
        }

        @Override
        public long clockSkewMillis() {
            return cloud.clockSkewMillis();
        }

        @Override
        public void report(long ticket, RunReport report) {
            CompletableFuture<RunReport> asker = askers.remove(ticket);
            if (asker != null) {
                asker.complete(report);
            }
        }
    }

    /** A request that broke on a bug of this program still gets its answer, or the engine would wait for ever. */
    private void inBackground(Runnable request) {
        requests.execute(() -> {
            try {
                request.run();
            } catch (RuntimeException | Error e) {
                LOG.error("a request broke off", e);
                Failure failure = new Failure(Failure.Kind.REFUSED, null, String.valueOf(e.getMessage()));
                inbox.add(() -> work.tell(new Event.RequestFailed(failure)));
            }
        });
    }

    /** Stays on the line for news; each line that breaks at once doubles the wait before the next, up to a bound. */
    private void listen() {
        long wait = LISTEN_AGAIN_MILLIS;
        while (!stopped) {
            long begun = desk.nanos().getAsLong();
            cloud.listen(upTo -> inbox.add(() -> work.tell(new Event.CloudNews(upTo))));
            boolean held = desk.nanos().getAsLong() - begun > LISTEN_HELD.toNanos();
            wait = held ? LISTEN_AGAIN_MILLIS : Math.min(wait * 2, LISTEN_AGAIN_MILLIS_MAX);
            try {
                listening.await(wait, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
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
