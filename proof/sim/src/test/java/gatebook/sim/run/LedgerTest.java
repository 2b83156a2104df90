package gatebook.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.sim.plan.Plan;
import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Marks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book of runs. */
class LedgerTest {
    @TempDir
    private Path folder;

    @Test
    void eachRunAddsOneLineThatSaysWhatWasRunAndWhatItCameTo() throws IOException {
        Path file = folder.resolve("ledger.csv");
        Ledger ledger = new Ledger(file, new Ledger.Run("2026-11-22T21:00:00Z", "abc123"));
        Sum sum = new Sum();
        Plan plan = Plan.of(3);
        Duration year = Duration.ofDays(365).dividedBy(plan.knobs().desks());
        sum.add(plan, result(plan.seed(), year, null));
        ledger.add(3, sum);
        sum.add(Plan.of(4), result(4, Duration.ZERO, new LawBroken("S1", "lost")));
        ledger.add(3, sum);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "date,commit,first_seed,seeds,desk_years,failed,failing_seeds",
                        "2026-11-22T21:00:00Z,abc123,3,1,1.000,0,",
                        "2026-11-22T21:00:00Z,abc123,3,2,1.000,1,4");
        assertThat(sum.isSound()).isFalse();
    }

    private static Simulation.Result result(long seed, Duration virtual, @Nullable LawBroken broken) {
        return new Simulation.Result(seed, 0, 0, virtual, new Marks(), broken, "");
    }
}
