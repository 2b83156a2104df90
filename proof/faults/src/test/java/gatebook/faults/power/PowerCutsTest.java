package gatebook.faults.power;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.faults.process.Order;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few hundred cuts; {@code proof/faults/run} makes as many as are wanted. */
class PowerCutsTest {
    private static final int CUTS = Integer.getInteger("gatebook.faults.cuts", 250);
    private static final int CUTS_THAT_SHOW = 25;

    @TempDir
    private Path folder;

    @Test
    void fA3fA4aCutAtAnyMomentLosesNothingThatWasToldAndHalvesNothing() throws Exception {
        assertThat(PowerCuts.run(Order.of(folder, CUTS, CUTS), Honesty.HONEST).violations())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Honesty.class, names = "HONEST", mode = EnumSource.Mode.EXCLUDE)
    void aDiskThatDoesNotFlushIsFoundOut(Honesty weak) throws Exception {
        assertThat(PowerCuts.run(Order.of(folder, 1, CUTS_THAT_SHOW), weak).violations())
                .isNotEmpty();
    }
}
