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

/** The ledger of runs. */
class LedgerTest {
    @TempDir
    private Path folder;

    @Test
    void eachRunAddsOneLineThatSaysWhatWasRunAndWhatItCameTo() throws IOException {
        Path file = folder.resolve("ledger.csv");
        Ledger ledger = new Ledger(file, new Ledger.Run("2026-11-22", "abc123"));
        Sum sum = new Sum();
        Plan plan = Plan.of(3);
        Duration year = Duration.ofDays(365).dividedBy(plan.knobs().desks());
        sum.add(plan, result(plan.seed(), year, null));
        ledger.add(sum, 60);
        sum.add(Plan.of(4), result(4, Duration.ZERO, new LawBroken("S1", "lost")));
        ledger.add(sum, 60);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "commit,date,kind,count,violations,seconds,note",
                        "abc123,2026-11-22,seeds,1,0,60,1.000 desk-years",
                        "abc123,2026-11-22,seeds,2,1,60,1.000 desk-years; failed 4");
        assertThat(sum.isSound()).isFalse();
    }

    private static Simulation.Result result(long seed, Duration virtual, @Nullable LawBroken broken) {
        return new Simulation.Result(seed, 0, 0, virtual, new Marks(), broken, "");
    }
}
