package gatebook.sync.engine;

import static gatebook.sync.engine.Messages.C1;
import static gatebook.sync.engine.Messages.C2;
import static gatebook.sync.engine.Messages.NONE;
import static gatebook.sync.engine.Messages.answer;
import static gatebook.sync.engine.Messages.batch;
import static gatebook.sync.engine.Messages.failed;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.sync.connectivity.Failure;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The batch that is taken while another one is on the wire. */
class AheadTest {
    private final Engine engine = new Engine(EngineSettings.DEFAULT, new SplittableRandom(7));

    private List<Effect> step(Event event) {
        return engine.step(event);
    }

    private void start() {
        step(new Event.Started());
        step(new Event.PositionRead(new Position.Following(C1)));
    }

    @Test
    void theNextBatchIsTakenWhileOneIsOnTheWireAndGoesWithoutDelay() {
        start();
        Outbox.Batch first = batch(1);
        Outbox.Batch second = batch(2);
        assertThat(step(new Event.BatchTaken(first, 3))).last().isInstanceOf(Effect.TakeBatch.class);
        assertThat(step(new Event.BatchTaken(second, 2))).isEmpty();
        assertThat(step(new Event.PushAnswered(answer(C2))))
                .containsSubsequence(
                        new Effect.SendPush(second, C2, Effect.Attempt.FIRST), new Effect.Settle(first, answer(C2)))
                .last()
                .isInstanceOf(Effect.TakeBatch.class);
        assertThat(step(new Event.BatchTaken(NONE, 0))).isEmpty();
        assertThat(step(new Event.PushAnswered(answer(null)))).last().isInstanceOf(Effect.TakeBatch.class);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchTakenAheadWaitsAgainWhereTheOneBeforeIsGivenUp(Failure.Kind kind) {
        start();
        Outbox.Batch ahead = batch(2);
        step(new Event.BatchTaken(batch(1), 3));
        step(new Event.BatchTaken(ahead, 2));
        List<Effect> effects = step(failed(kind));
        for (int tries = 1; isTriedAgain(effects); tries++) {
            assertThat(tries).isLessThan(EngineSettings.DEFAULT.triesMax());
            assertThat(effects).doesNotContain(new Effect.Release(ahead));
            step(new Event.TimeUp(Timer.RETRY));
            effects = step(failed(kind));
        }
        assertThat(effects).contains(new Effect.Release(ahead));
    }

    private static boolean isTriedAgain(List<Effect> effects) {
        return effects.stream()
                .anyMatch(effect -> effect instanceof Effect.SetTimer(Timer timer, Duration delay)
                        && timer == Timer.RETRY
                        && delay.isPositive());
    }

    @Test
    void whereNothingMoreWaitsNothingIsTakenAhead() {
        start();
        assertThat(step(new Event.BatchTaken(batch(1), 1))).noneMatch(Effect.TakeBatch.class::isInstance);
    }
}
