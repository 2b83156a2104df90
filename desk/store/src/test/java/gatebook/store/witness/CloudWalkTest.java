package gatebook.store.witness;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.Desk;
import gatebook.store.sqlite.Turn;
import gatebook.wire.feed.PastAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each change of the cloud's history that is not what was written is told once, for as long as it stays so. */
class CloudWalkTest {
    /** The end of the cloud's order. */
    private static final long END = 0;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theWalkGoesOnWhereItStoodAndBeginsAnewAfterTheEnd() {
        assertThat(reached()).isZero();
        assertThat(hears(2_000, null)).isFalse();
        assertThat(reached()).isEqualTo(2_000);
        assertThat(hears(END, null)).isFalse();
        assertThat(reached()).isZero();
    }

    @Test
    void whatIsBrokenIsFoundOnceHoweverOftenItIsPassed() {
        assertThat(hears(30, 30L)).isTrue();
        assertThat(hears(END, null)).isFalse();
        for (int round = 0; round < 3; round++) {
            assertThat(hears(30, 30L)).as("round " + round).isFalse();
            assertThat(hears(END, null)).isFalse();
        }
    }

    @Test
    void aSecondBrokenChangeIsFoundBesideTheFirst() {
        assertThat(hears(30, 30L)).isTrue();
        assertThat(hears(70, 70L)).isTrue();
        assertThat(hears(END, null)).isFalse();
        assertThat(hears(20, 20L)).as("one before both").isTrue();
        assertThat(hears(30, 30L)).isFalse();
        assertThat(hears(70, 70L)).isFalse();
        assertThat(hears(END, 90L)).as("one at the end").isTrue();
    }

    @Test
    void whatWasPutRightAndIsBrokenAgainIsFoundAnew() {
        assertThat(hears(30, 30L)).isTrue();
        assertThat(hears(END, null)).isFalse();
        assertThat(hears(END, null)).as("a round in which it is right").isFalse();
        assertThat(hears(30, 30L)).isTrue();
    }

    @Test
    void aRoundThatIsRightBeforeTheBrokenChangeForgetsNothingBehindIt() {
        assertThat(hears(70, 70L)).isTrue();
        assertThat(hears(END, null)).isFalse();
        assertThat(hears(50, null)).isFalse();
        assertThat(hears(70, 70L)).isFalse();
    }

    @Test
    void aGapIsPassedAndWhatStandsBehindItIsLookedAt() {
        assertThat(hears(100, 30L)).as("missing up to 99").isTrue();
        assertThat(reached()).isEqualTo(100);
        assertThat(hears(END, null)).isFalse();
        assertThat(hears(100, 30L)).isFalse();
    }

    @Test
    void anotherHistoryBeginsWithNothingKnown() {
        assertThat(hears(30, 30L)).isTrue();
        desk.database().write(Turn.ENGINE, session -> {
            CloudWalk.beginAnew(session);
            return session;
        });
        assertThat(reached()).isZero();
        assertThat(hears(30, 30L)).isTrue();
    }

    private long reached() {
        return desk.database().read((Function<gatebook.store.sqlite.Session, Long>) CloudWalk::reached);
    }

    private boolean hears(long walked, @Nullable Long brokenAt) {
        PastAnswer answer = new PastAnswer(List.of(), List.of(), List.of(), walked, brokenAt, null, null);
        return desk.database().write(Turn.ENGINE, session -> CloudWalk.findsAnew(session, answer, Desk.MORNING));
    }
}
