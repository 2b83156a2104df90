package gatebook.sync.service;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.IdSource;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.sqlite.Disk;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.engine.Effect;
import gatebook.sync.engine.EngineSettings;
import gatebook.sync.engine.Event;
import gatebook.sync.engine.Timer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book's work on a disk that refuses. */
class BookWorkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T04:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final AtomicLong lastId = new AtomicLong();
    private final IdSource ids = () -> new UUID(0x0193_0000_0000_7000L, Long.MIN_VALUE | lastId.incrementAndGet());
    private final List<Event> told = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void oldOperationsThatCannotBeDroppedEndNoCycle() {
        try (Register register = register()) {
            Desk desk = Desk.of(register.database(), ids, CLOCK, () -> 0, new SplittableRandom(1));
            BookWork work = new BookWork(desk, EngineSettings.DEFAULT, this::waitsForTheTimer, new Waiting());

            work.tell(new Event.Started());
            work.drain();

            assertThat(told).containsExactly(new Event.Started());
            assertThat(waits).hasSize(1);
        }
    }

    /** With the next number it might pass, and the other machine would be the refused one. */
    @Test
    void aCopiedMachineAsksTheCloudForNothingMore() {
        try (Register register = register()) {
            Desk desk = Desk.of(register.database(), ids, CLOCK, () -> 0, new SplittableRandom(1));
            desk.outbox().noteCloned(CLOCK.instant());
            BookWork work = new BookWork(desk, EngineSettings.DEFAULT, this::sendsOnce, new Waiting());

            work.tell(new Event.Started());
            work.drain();

            assertThat(told)
                    .hasSize(2)
                    .last()
                    .isInstanceOfSatisfying(
                            Event.RequestFailed.class,
                            failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.DESK_CLONED));
        }
    }

    private List<Effect> sendsOnce(Event event) {
        told.add(event);
        return event instanceof Event.Started
                ? List.of(new Effect.SendPush(new Outbox.Batch(8, List.of()), null, Effect.Attempt.FIRST))
                : List.of();
    }

    /** An engine that ends its cycle at once, whatever it hears. */
    private List<Effect> waitsForTheTimer(Event event) {
        told.add(event);
        return told.size() > 10 ? List.of() : List.of(new Effect.SetTimer(Timer.CYCLE, Duration.ofSeconds(30)));
    }

    private Register register() {
        Opening opening =
                new RegisterFile(new DeskHome(folder), CLOCK, ids, BookWorkTest::keepingAll).open(Scrutiny.USUAL);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).register();
    }

    /** A disk from which nothing can be deleted. */
    private static Connection keepingAll(Connection made) {
        return (Connection) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof String sql && sql.startsWith("DELETE")) {
                        throw new SQLException("disk I/O error");
                    }
                    try {
                        return method.invoke(made, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private final class Waiting implements Outside {
        @Override
        public void ask(Errand<?, ?> errand) {
            throw new AssertionError("nothing is asked");
        }

        @Override
        public void load(Position from) {
            throw new AssertionError("nothing is loaded");
        }

        @Override
        public void set(Timer timer, Duration delay) {
            waits.add(delay);
        }

        @Override
        public long clockSkewMillis() {
            return 0;
        }

        @Override
        public void report(long ticket, RunReport report) {
            throw new AssertionError("nobody asked");
        }
    }
}
