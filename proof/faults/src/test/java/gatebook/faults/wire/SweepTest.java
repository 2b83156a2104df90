package gatebook.faults.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of what {@link WireFaults} does at every byte. */
final class SweepTest {
    private static final int CUTS = 250;
    private static final int FLIPS = 150;
    private static final long SEED = 20_261_122;

    @TempDir
    Path folder;

    private List<Dialogue> dialogues;

    @BeforeEach
    void desksAtSitesOfTheirOwn() {
        dialogues = Dialogues.all(TestCloud.running(), folder);
    }

    @AfterEach
    void close() {
        dialogues.forEach(Dialogue::close);
    }

    @Test
    @Tag("F-D1")
    @Tag("F-D4")
    @Tag("F-E9")
    void aLineCutAtAnyByteLosesNothingAndDoublesNothing() {
        Sweep sweep = new Sweep(dialogues, SEED);
        sweep.run(Sweep.CUTS, CUTS, () -> true);
        assertThat(sweep.told()).isEmpty();
        assertThat(sweep.count()).isGreaterThanOrEqualTo(CUTS);
    }

    @Test
    @Tag("F-D12")
    void aByteThatIsChangedAnywhereIsRefusedOrHarmless() {
        Sweep sweep = new Sweep(dialogues, SEED);
        sweep.run(Sweep.FLIPS, FLIPS, () -> true);
        assertThat(sweep.told()).isEmpty();
        assertThat(sweep.count()).isGreaterThanOrEqualTo(FLIPS);
    }
}
