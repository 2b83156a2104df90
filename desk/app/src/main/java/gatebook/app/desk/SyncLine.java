package gatebook.app.desk;

import gatebook.store.file.Register;
import gatebook.store.file.SyncLock;
import gatebook.store.metadata.DeskProfile;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.engine.Order;
import gatebook.sync.joining.Joining;
import gatebook.sync.service.Desk;
import gatebook.sync.service.DryRun;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncObserver;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The window's way to the cloud: syncs in the background where this desk has joined a site and no other process of it
 * syncs; takes over when that one ends. What a fault has ended waits for a person, who is told. Thread-safe; observers are
 * told on the engine's thread.
 */
public final class SyncLine implements AutoCloseable {
    private final WindowOptions options;
    private final Register register;
    private final Bell bell;
    private final List<SyncObserver> observers = new CopyOnWriteArrayList<>();
    private volatile State state = State.NOT_JOINED;
    private volatile Connection connection = Connection.UNTRIED;
    private Duration interval;
    private @Nullable Running running;

    SyncLine(WindowOptions options, Register register, Bell bell) {
        this.options = options;
        this.register = register;
        this.bell = bell;
        this.interval = options.settings().interval();
    }

    /** Who syncs this desk. */
    public enum State {
        /** Nobody: it has not joined a site. */
        NOT_JOINED,
        /** Another process of this desk. */
        ELSEWHERE,
        /** This window. */
        HERE,
        /** Nobody any longer: a fault has ended it in this window, and a person is to begin it again. */
        STOPPED
    }

    private record Running(SyncLock right, HttpCloud cloud, SyncService service, DeskProfile.Membership site) {}

    public State state() {
        return state;
    }

    /** What this window knows of the way to the cloud; {@link Connection#UNTRIED} where it does not sync itself. */
    public Connection connection() {
        return connection;
    }

    public void observe(SyncObserver observer) {
        observers.add(observer);
    }

    /** Asks for a run; empty where this window does not sync. */
    public synchronized Optional<CompletableFuture<RunReport>> order(Order.Scope scope) {
        return atWork().map(now -> now.service().order(scope));
    }

    private Optional<Running> atWork() {
        return Optional.ofNullable(running).filter(now -> !now.service().isStopped());
    }

    /** Begins anew what a fault has ended. */
    public synchronized void startAgain() {
        if (state == State.STOPPED) {
            stop();
            state = State.NOT_JOINED;
            look();
        }
    }

    /**
     * What a sync would do now, changing nothing on either side; empty where this window does not sync. The engine rests
     * meanwhile. Waits for the cloud: not for the window's thread.
     */
    public synchronized Optional<DryRun.Result> rehearse() {
        Running resting = atWork().orElse(null);
        if (resting == null) {
            return Optional.empty();
        }
        resting.service().close();
        try {
            return Optional.of(new DryRun(desk(), resting.cloud()).rehearse());
        } finally {
            running = serve(resting.right(), resting.cloud(), resting.site());
        }
    }

    /**
     * Joins a site, or signs in anew; the engine rests meanwhile and begins anew under what came of it. Empty where another
     * process of this desk syncs. Waits for the cloud: not for the window's thread.
     */
    public synchronized Optional<Joining.Result> join(URI server, String code, String name) {
        stop();
        try (SyncLock right = register.lockSync().orElse(null)) {
            if (right == null) {
                return Optional.empty();
            }
            try (HttpCloud cloud = line(server, null)) {
                return Optional.of(new Joining(register.database(), options.clock()).join(cloud, server, code, name));
            }
        } finally {
            look();
        }
    }

    /** Syncs by itself so often from now on. */
    public synchronized void every(Duration span) {
        if (!interval.equals(span)) {
            interval = span;
            Running resting = atWork().orElse(null);
            if (resting != null) {
                resting.service().close();
                running = serve(resting.right(), resting.cloud(), resting.site());
            }
        }
    }

    /** Forgets who listened: the window is built anew. */
    public void forgetObservers() {
        observers.clear();
    }

    /** Begins to sync where that has become possible; begins anew where this desk has joined another site. */
    public synchronized void look() {
        DeskProfile.Membership site =
                register.database().read(DeskProfile::read).membership();
        if (running != null && !running.site().equals(site)) {
            stop();
        }
        if (site == null) {
            state = State.NOT_JOINED;
        } else if (running == null && state != State.STOPPED) {
            start(site);
        } else if (running != null && running.service().isStopped()) {
            // Another process of this desk may take over meanwhile.
            stop();
            state = State.STOPPED;
        }
    }

    private void start(DeskProfile.Membership site) {
        SyncLock right = register.lockSync().orElse(null);
        if (right == null) {
            state = State.ELSEWHERE;
            return;
        }
        HttpCloud cloud = line(URI.create(site.server()), site.token());
        running = serve(right, cloud, site);
        state = State.HERE;
    }

    private Running serve(SyncLock right, HttpCloud cloud, DeskProfile.Membership site) {
        SyncService service =
                new SyncService(desk(), cloud, options.settings().withInterval(interval), options.random());
        service.observe(new Telling());
        service.startWatching();
        return new Running(right, cloud, service, site);
    }

    private HttpCloud line(URI server, @Nullable String token) {
        DeskProfile profile = register.database().read(DeskProfile::read);
        return new HttpCloud(
                new HttpCloud.Access(server, token, profile.zone(), profile.currency()),
                options.clock(),
                options.nanos(),
                options.random());
    }

    private Desk desk() {
        return Desk.of(register.database(), options.ids(), options.clock(), options.nanos(), options.random());
    }

    private void stop() {
        Running ending = running;
        running = null;
        connection = Connection.UNTRIED;
        if (ending != null) {
            try (SyncLock _ = ending.right();
                    HttpCloud _ = ending.cloud();
                    SyncService _ = ending.service()) {
                state = State.NOT_JOINED;
            }
        }
    }

    @Override
    public synchronized void close() {
        stop();
    }

    private final class Telling implements SyncObserver {
        @Override
        public void connectionChanged(Connection now) {
            connection = now;
            observers.forEach(observer -> observer.connectionChanged(now));
            bell.ring();
        }

        @Override
        public void progressed(String message, double fraction) {
            observers.forEach(observer -> observer.progressed(message, fraction));
        }

        @Override
        public void runEnded() {
            observers.forEach(SyncObserver::runEnded);
            bell.ring();
        }

        @Override
        public void recordsChanged() {
            observers.forEach(SyncObserver::recordsChanged);
            bell.ring();
        }

        @Override
        public void stopped() {
            connection = Connection.UNTRIED;
            state = State.STOPPED;
            observers.forEach(SyncObserver::stopped);
            bell.ring();
        }
    }
}
