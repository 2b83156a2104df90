package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ProgressLine line = new ProgressLine(nanos::get);

    @Test
    void paceAndTimeLeftAreToldOnceThereIsSomethingToGuessFrom() {
        assertThat(line.of("Pushing local changes...", 0.1)).isEqualTo(" 10 %  Pushing local changes...");
        nanos.set(10_000_000_000L);
        assertThat(line.of("Comparing records... 300 of 400", 0.8))
                .isEqualTo(" 80 %  Comparing records... 300 of 400 (8.0 %/s, about 3 s left)");
    }

    @Test
    void nothingIsLeftAtTheEnd() {
        nanos.set(10_000_000_000L);
        assertThat(line.of("Synchronization complete", 1)).isEqualTo("100 %  Synchronization complete");
    }
}
