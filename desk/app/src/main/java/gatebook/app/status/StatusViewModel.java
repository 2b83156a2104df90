package gatebook.app.status;

import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.app.words.Words;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.query.SyncCounts;
import gatebook.store.witness.Findings;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.engine.Order;
import gatebook.sync.service.SyncObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the status bar and the sidebar's counts show. Lives on the window's thread. */
public final class StatusViewModel {
    private final OpenDesk desk;
    private final Words words;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<StatusLine> line = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper matters = new ReadOnlyLongWrapper();
    private StatusFacts.@Nullable Progress progress;
    private @Nullable Known known;

    public StatusViewModel(OpenDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        this.newest = new Newest(desk.background());
        line.set(StatusLine.of(
                new StatusFacts(
                        desk.sync().state(),
                        Connection.UNTRIED,
                        null,
                        null,
                        new SyncCounts(0, 0, 0, null),
                        Duration.ZERO,
                        null,
                        null),
                desk.now(),
                words));
        desk.sync().observe(new Telling());
        desk.bell().listen(this::refresh);
    }

    private record Known(
            SyncCounts counts,
            long matters,
            Duration skew,
            @Nullable String cause,
            @Nullable Cause alarm,
            @Nullable Instant lastExchange) {}

    ReadOnlyObjectProperty<StatusLine> line() {
        return line.getReadOnlyProperty();
    }

    /** How many matters wait for a person, as the inbox lists them. */
    ReadOnlyLongProperty matters() {
        return matters.getReadOnlyProperty();
    }

    String say(StatusLine.Asks asks) {
        return asks.say(words);
    }

    /** Reads what the register knows, then tells it. */
    public void refresh() {
        newest.ask(this::read, read -> {
            known = read;
            matters.set(read.matters());
            tell();
        });
    }

    /** Tells again what is known, since ages grow. */
    public void tick() {
        tell();
    }

    /** Asks for a sync, as a person does; or begins syncing again where a fault has ended it. */
    public void syncNow() {
        if (!line.get().whyNoSync().isEmpty()) {
            return;
        }
        switch (line.get().asks()) {
            case SYNC -> desk.background().beside(() -> desk.sync().order(new Order.Scope.Cycle()), asked -> refresh());
            case START_AGAIN ->
                desk.background()
                        .beside(
                                () -> {
                                    desk.sync().startAgain();
                                    return desk.sync().state();
                                },
                                state -> refresh());
        }
    }

    private void tell() {
        Known now = known;
        if (now != null) {
            StatusFacts facts = new StatusFacts(
                    desk.sync().state(),
                    desk.sync().connection(),
                    now.cause(),
                    now.alarm(),
                    now.counts(),
                    now.skew(),
                    now.lastExchange(),
                    progress);
            line.set(StatusLine.of(facts, desk.now(), words));
        }
    }

    private Known read() {
        SyncCounts waiting = desk.exchange().counts();
        long matters = desk.exchange().matters();
        return desk.database().read(session -> {
            Optional<Instant> last = Stream.of(MetadataKey.LAST_PUSH_AT, MetadataKey.LAST_PULL_AT)
                    .flatMap(key -> Metadata.get(session, key).stream())
                    .map(Instant::parse)
                    .max(Instant::compareTo);
            String cause = Metadata.get(session, MetadataKey.CONNECTION_CAUSE).orElse(null);
            Duration skew = Metadata.get(session, MetadataKey.CLOCK_SKEW_MS)
                    .map(Long::valueOf)
                    .map(Duration::ofMillis)
                    .orElse(Duration.ZERO);
            Cause alarm = Findings.alarm(session)
                    .map(finding -> Cause.of(finding.kind()))
                    .orElse(null);
            return new Known(waiting, matters, skew, cause, alarm, last.orElse(null));
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
                desk.bell().ring(); // what waits grows less while a run goes on
            });
        }

        @Override
        public void runEnded() {
            endProgress();
        }

        @Override
        public void stopped() {
            endProgress();
        }

        private void endProgress() {
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
