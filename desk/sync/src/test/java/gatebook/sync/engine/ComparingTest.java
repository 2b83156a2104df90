package gatebook.sync.engine;

import static gatebook.sync.engine.Messages.C1;
import static gatebook.sync.engine.Messages.C2;
import static gatebook.sync.engine.Messages.HISTORY;
import static gatebook.sync.engine.Messages.NONE;
import static gatebook.sync.engine.Messages.STARTED_OVER;
import static gatebook.sync.engine.Messages.batch;
import static gatebook.sync.engine.Messages.compared;
import static gatebook.sync.engine.Messages.failed;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Doubt;
import gatebook.store.exchange.Healing;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Tally;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.Span;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Both sides compared, once a history was lost: the engine told what happened, step by step. */
final class ComparingTest {
    private static final EntryId RECORD = new EntryId(new UUID(0, 9));

    private final Engine engine = new Engine(EngineSettings.DEFAULT, new SplittableRandom(7));

    /** F-F3, F-F4. */
    @Test
    void afterALossBothSidesAreComparedBeforeAnythingIsSent() {
        step(new Event.Started());
        step(new Event.PositionRead(new Position.Following(C1)));
        Outbox.Batch batch = batch(1);
        step(new Event.BatchTaken(batch, 1));
        assertThat(step(failed(Failure.Kind.HISTORY_CHANGED)))
                .containsSubsequence(new Effect.Release(batch), STARTED_OVER, new Effect.ReadPosition());
        assertThat(step(new Event.PositionRead(new Position.Parted())))
                .contains(new Effect.CompareSpans(List.of(Span.ALL)))
                .noneMatch(Effect.TakeBatch.class::isInstance);
        Span low = new Span(Span.ALL.from(), RECORD);
        assertThat(step(compared(new Event.Difference(low, 3, 1)))).last().isEqualTo(new Effect.ListSpan(low));
        assertThat(step(new Event.RowsFound(List.of(RECORD), null))).last().isEqualTo(new Effect.FindVoided());
        assertThat(step(new Event.RowsFound(List.of(), null)))
                .last()
                .isEqualTo(new Effect.FetchRecords(List.of(RECORD)));
        RecordsAnswer nothing = new RecordsAnswer(List.of());
        assertThat(step(new Event.RecordsArrived(nothing)))
                .last()
                .isEqualTo(new Effect.RepairRecords(List.of(RECORD), nothing, Doubt.HISTORY_LOST));
        assertThat(step(new Event.RecordsRepaired(new Healing.Repaired(Tally.NONE, 1))))
                .containsSubsequence(
                        new Effect.NoteHealed(HISTORY, C2),
                        new Effect.TakeBatch(500, Outbox.Due.NOW, new Outbox.Lane.Any()));
        assertThat(step(new Event.BatchTaken(NONE, 0))).contains(new Effect.FetchPage(C2));
    }

    @Test
    void aComparisonThatIsCutOffGoesOnAndOneThatIsGivenUpIsNotTakenForDone() {
        step(new Event.Started());
        step(new Event.PositionRead(new Position.Parted()));
        step(failed(Failure.Kind.UNREACHABLE));
        assertThat(step(new Event.TimeUp(Timer.RETRY))).containsExactly(new Effect.CompareSpans(List.of(Span.ALL)));
        step(failed(Failure.Kind.UNREACHABLE));
        step(new Event.TimeUp(Timer.RETRY));
        assertThat(step(failed(Failure.Kind.UNREACHABLE)))
                .noneMatch(Effect.NoteHealed.class::isInstance)
                .anyMatch(Effect.EndRun.class::isInstance);
    }

    private List<Effect> step(Event event) {
        return engine.step(event);
    }
}
