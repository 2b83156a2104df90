package gatebook.sync.service;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate is at rest two seconds after it wrote last; what the engine writes does not count. */
class GateRestTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    @TempDir
    private Path folder;

    @Test
    void aGateThatWroteOfLateIsNotAtRest() {
        try (Database database = Database.open(folder.resolve("a.db"))) {
            GateRest gate = new GateRest(database, nanos::get);
            assertThat(gate.isAtRest()).as("at first").isTrue();

            database.write(Turn.ENGINE, session -> session.number("SELECT 1"));
            assertThat(gate.isAtRest()).as("the engine at work").isTrue();

            database.write(Turn.GATE, session -> session.number("SELECT 1"));
            assertThat(gate.isAtRest()).as("just written").isFalse();
            pass(Duration.ofMillis(1_999));
            assertThat(gate.isAtRest()).as("a moment later").isFalse();
            pass(Duration.ofMillis(1));
            assertThat(gate.isAtRest()).as("two seconds later").isTrue();
        }
    }

    private void pass(Duration span) {
        nanos.addAndGet(span.toNanos());
    }
}
