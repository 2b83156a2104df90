package gatebook.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words after {@code proof/sim/run}. */
class AskedTest {
    @Test
    void aRangeOfSeedsOnSeveralThreadsGoesIntoTheLedger() {
        assertThat(read("--seeds 5..9 --threads 2 --ledger runs.csv"))
                .isEqualTo(new Asked(Asked.What.RUN, new Asked.Range(5, 9), null, 2, Path.of("runs.csv")));
    }

    @Test
    void minutesBeginAtASeedAndEndWithTheTime() {
        assertThat(read("--minutes 30 --from 1000"))
                .isEqualTo(new Asked(
                        Asked.What.RUN, new Asked.Range(1_000, Long.MAX_VALUE), Duration.ofMinutes(30), 1, null));
    }

    @Test
    void minutesWithoutASeedBeginWithAFreshOne() {
        assertThat(read("--minutes 1").range()).isEqualTo(new Asked.Range(77, Long.MAX_VALUE));
    }

    @Test
    void oneSeedIsShown() {
        assertThat(read("--seed 7")).isEqualTo(new Asked(Asked.What.SHOW, new Asked.Range(7, 7), null, 1, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seed",
                "--seed x",
                "--minutes 3 --seeds 1..2",
                "--seeds 1..2 --threads 0",
                "--what 1",
                "--seed 1 --seed 2",
                "--seeds 1..2..3"
            })
    void whatIsNotUnderstoodIsNotRun(String words) {
        assertThat(Asked.read(77, words.split(" "))).isEmpty();
    }

    private static Asked read(String words) {
        return Asked.read(77, words.split(" ")).orElseThrow();
    }
}
