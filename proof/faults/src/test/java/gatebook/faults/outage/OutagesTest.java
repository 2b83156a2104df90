package gatebook.faults.outage;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.faults.process.Trials;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few kills of a cloud; {@code proof/faults/run outages} makes as many as are wanted. */
class OutagesTest {
    private static final int KILLS = Integer.getInteger("gatebook.faults.outages", 1);
    private static final long SEED = 4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    @Tag("F-F1")
    @Tag("F-F2")
    void whatTookEffectBeforeTheCloudWasKilledTookEffectOnceAndTheRestFollows(Keeping keeping) throws Exception {
        Trials trials = new Trials("cloud killed", SEED);
        try (Outages outages = new Outages(
                AttackedCloud.start(folder, keeping, CloudKills.java()), folder, new SplittableRandom(SEED))) {
            outages.make(Victim.SERVER, Moment.AFTER_COMMIT, trials);
            outages.make(Victim.DATABASE, Moment.AFTER_COMMIT, trials);
            assertThat(outages.betweenCommitAndAnswer()).isEqualTo(2);
            for (int kill = 0; kill < KILLS; kill++) {
                outages.make(trials);
            }
            trials.found("at the end", outages.endOfYard());
        }
        assertThat(trials.figure().violations()).isEmpty();
        assertThat(trials.figure().count()).isEqualTo(2 + KILLS);
    }
}
