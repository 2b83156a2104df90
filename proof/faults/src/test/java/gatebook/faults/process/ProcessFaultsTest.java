package gatebook.faults.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of each fault; {@code proof/faults/run} makes as many as are wanted. */
class ProcessFaultsTest {
    private static final int KILLS = Integer.getInteger("gatebook.faults.kills", 8);
    private static final int CALLS = Integer.getInteger("gatebook.faults.calls", 2);

    @TempDir
    private Path folder;

    @Test
    void fA2aDeskKilledAtAnyMomentHasAllThatItToldAndGoesOn() throws Exception {
        Figure figure = ProcessFaults.kills(Order.of(folder, KILLS, KILLS));
        assertThat(figure.violations()).isEmpty();
        assertThat(figure.count()).isEqualTo(KILLS);
    }

    @Test
    void fA2fB1fB2fB3aSystemCallThatGoesWrongLeavesNothingHalf() throws Exception {
        Figure figure = ProcessFaults.calls(Order.of(folder, CALLS, CALLS));
        assertThat(figure.violations()).isEmpty();
        assertThat(figure.count()).isEqualTo(2L * 4 * CALLS);
    }
}
