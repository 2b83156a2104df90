package gatebook.app.status;

import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.app.words.Words;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.query.SyncCounts;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.engine.Order;
import gatebook.sync.service.SyncObserver;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the status bar and the sidebar's counts show. Lives on the window's thread. */
public final class StatusViewModel {
    private final OpenDesk desk;
    private final Words words;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<StatusLine> line = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SyncCounts> counts = new ReadOnlyObjectWrapper<>(new SyncCounts(0, 0, 0, null));
    private StatusFacts.@Nullable Progress progress;
    private @Nullable Known known;

    public StatusViewModel(OpenDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        this.newest = new Newest(desk.background());
        line.set(StatusLine.of(
                new StatusFacts(desk.sync().state(), Connection.UNTRIED, null, counts.get(), null, null),
                desk.now(),
                words));
        desk.sync().observe(new Telling());
        desk.bell().listen(this::refresh);
    }

    private record Known(
            SyncCounts counts,
            @Nullable String cause,
            @Nullable Instant lastExchange) {}

    ReadOnlyObjectProperty<StatusLine> line() {
        return line.getReadOnlyProperty();
    }

    /** What waits, is refused and is to be decided. */
    public ReadOnlyObjectProperty<SyncCounts> counts() {
        return counts.getReadOnlyProperty();
    }

    /** Reads what the register knows, then tells it. */
    public void refresh() {
        newest.ask(this::read, read -> {
            known = read;
            counts.set(read.counts());
            tell();
        });
    }

    /** Tells again what is known, since ages grow. */
    public void tick() {
        tell();
    }

    /** Asks for a sync, as a person does. */
    public void syncNow() {
        if (line.get().whyNoSync().isEmpty()) {
            desk.background().beside(() -> desk.sync().order(new Order.Scope.Cycle()), asked -> refresh());
        }
    }

    private void tell() {
        Known now = known;
        if (now != null) {
            StatusFacts facts = new StatusFacts(
                    desk.sync().state(),
                    desk.sync().connection(),
                    now.cause(),
                    now.counts(),
                    now.lastExchange(),
                    progress);
            line.set(StatusLine.of(facts, desk.now(), words));
        }
    }

    private Known read() {
        SyncCounts waiting = desk.exchange().counts();
        return desk.database().read(session -> {
            Optional<Instant> last = Stream.of(MetadataKey.LAST_PUSH_AT, MetadataKey.LAST_PULL_AT)
                    .flatMap(key -> Metadata.get(session, key).stream())
                    .map(Instant::parse)
                    .max(Instant::compareTo);
            String cause = Metadata.get(session, MetadataKey.CONNECTION_CAUSE).orElse(null);
            return new Known(waiting, cause, last.orElse(null));
        });
    }

    private final class Telling implements SyncObserver {
        @Override
        public void connectionChanged(Connection now) {
            desk.background().onWindow(StatusViewModel.this::tell);
        }

        @Override
        public void progressed(String message, double fraction) {
            desk.background().onWindow(() -> {
                progress = new StatusFacts.Progress(message, fraction);
                tell();
            });
        }

        @Override
        public void runEnded() {
            desk.background().onWindow(() -> {
                progress = null;
                tell();
            });
        }

        @Override
        public void recordsChanged() {
            // The bell rings for it.
        }
    }
}
