package gatebook.sync.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A transaction holds as many records as fit into its time, by what the last ones took. */
class ChunkSizeTest {
    private static final long RECORD_NANOS = 50_000;

    @Test
    void transactionsComeToTakeTheTimeTheyMay() {
        ChunkSize chunk = new ChunkSize(Duration.ofMillis(14), 1_000);
        for (int turn = 0; turn < 20; turn++) {
            chunk.took(chunk.records(), chunk.records() * RECORD_NANOS);
        }
        assertThat(chunk.records()).isBetween(275, 280);
    }

    @Test
    void theyHoldAtLeastAFewAndAtMostWhatIsAllowed() {
        ChunkSize chunk = new ChunkSize(Duration.ofMillis(14), 1_000);
        for (int turn = 0; turn < 20; turn++) {
            chunk.took(chunk.records(), 1);
        }
        assertThat(chunk.records()).isEqualTo(1_000);
        for (int turn = 0; turn < 20; turn++) {
            chunk.took(chunk.records(), Duration.ofSeconds(9).toNanos());
        }
        assertThat(chunk.records()).isEqualTo(20);
    }

    @Test
    void whatTookLongWithNextToNothingSaysNothing() {
        ChunkSize chunk = new ChunkSize(Duration.ofMillis(14), 1_000);
        int before = chunk.records();
        chunk.took(1, Duration.ofSeconds(9).toNanos());
        assertThat(chunk.records()).isEqualTo(before);
    }
}
