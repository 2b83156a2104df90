package gatebook.app.desk;

import gatebook.app.WindowOptions;
import gatebook.store.file.Register;
import gatebook.store.file.SyncLock;
import gatebook.store.metadata.DeskProfile;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.engine.Order;
import gatebook.sync.service.Desk;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncObserver;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The window's way to the cloud: syncs in the background where this desk has joined a site and no other process of it
 * syncs; takes over when that one ends. Thread-safe; observers are told on the engine's thread.
 */
public final class SyncLine implements AutoCloseable {
    private final WindowOptions options;
    private final Register register;
    private final Bell bell;
    private final List<SyncObserver> observers = new CopyOnWriteArrayList<>();
    private volatile State state = State.NOT_JOINED;
    private volatile Connection connection = Connection.UNTRIED;
    private @Nullable Running running;

    SyncLine(WindowOptions options, Register register, Bell bell) {
        this.options = options;
        this.register = register;
        this.bell = bell;
    }

    /** Who syncs this desk. */
    public enum State {
        /** Nobody: it has not joined a site. */
        NOT_JOINED,
        /** Another process of this desk. */
        ELSEWHERE,
        /** This window. */
        HERE
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
        return running == null
                ? Optional.empty()
                : Optional.of(running.service().order(scope));
    }

    /** Begins to sync where that has become possible; begins anew where this desk has joined another site. */
    public synchronized void look() {
        DeskProfile profile = register.database().read(DeskProfile::read);
        DeskProfile.Membership site = profile.membership();
        if (running != null && !running.site().equals(site)) {
            stop();
        }
        if (site == null) {
            state = State.NOT_JOINED;
        } else if (running == null) {
            start(profile, site);
        }
    }

    private void start(DeskProfile profile, DeskProfile.Membership site) {
        SyncLock right = register.lockSync().orElse(null);
        if (right == null) {
            state = State.ELSEWHERE;
            return;
        }
        HttpCloud cloud = new HttpCloud(
                new HttpCloud.Access(URI.create(site.server()), site.token(), profile.zone(), profile.currency()),
                options.clock(),
                options.nanos(),
                options.random());
        Desk desk = Desk.of(register.database(), options.ids(), options.clock(), options.nanos(), options.random());
        SyncService service = new SyncService(desk, cloud, options.settings(), options.random());
        service.observe(new Telling());
        service.startWatching();
        running = new Running(right, cloud, service, site);
        state = State.HERE;
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
    }
}
