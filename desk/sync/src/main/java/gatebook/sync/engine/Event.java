package gatebook.sync.engine;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Healing;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Tally;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.Span;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.PushAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine is told. */
public sealed interface Event {
    /** The process syncs from now on. */
    record Started() implements Event {}

    /** Something was written into the queue. */
    record LocalWrite() implements Event {}

    /** The cloud says that it has news up to a cursor. */
    record CloudNews(Cursor upTo) implements Event {}

    /** A timer that was set has run out. */
    record TimeUp(Timer timer) implements Event {}

    /** A person asks for a run. */
    record Asked(Order order) implements Event {}

    /**
     * Answers {@link Effect.TakeBatch}.
     *
     * @param waiting how many operations wait in all, this batch among them
     */
    record BatchTaken(Outbox.Batch batch, long waiting) implements Event {}

    /** Answers {@link Effect.SendPush}. */
    record PushAnswered(PushAnswer answer) implements Event {}

    /** Answers {@link Effect.Settle}. */
    record Settled(Tally tally) implements Event {}

    /** Answers {@link Effect.ReadPosition}. */
    record PositionRead(Position position) implements Event {}

    /** Answers {@link Effect.FetchPage}. */
    record PageArrived(ChangesPage page) implements Event {}

    /** Answers {@link Effect.ApplyPage}. */
    record PageApplied(Tally tally) implements Event {}

    /** A stretch of a first load is in the book. */
    record StretchLoaded(Tally tally, long records) implements Event {}

    /** A first load is whole. */
    record Loaded(Cursor cursor) implements Event {}

    /** What a question of a comparison came to. */
    sealed interface OfComparison extends Event {}

    /**
     * A span of which the two sides do not hold the same.
     *
     * @param here how many records this desk knows in it
     * @param there how many the cloud holds
     */
    record Difference(Span span, long here, long there) {}

    /**
     * Answers {@link Effect.CompareSpans}.
     *
     * @param cursor from which pulling misses nothing that came after the comparison began
     * @param records how many this desk looked at
     */
    record SpansCompared(HistoryId history, Cursor cursor, long records, List<Difference> differences)
            implements OfComparison {
        public SpansCompared {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Answers {@link Effect.ListSpan} and {@link Effect.FindVoided}.
     *
     * @param rest what of the span is still to be listed; null when it is done
     */
    record RowsFound(List<EntryId> records, @Nullable Span rest) implements OfComparison {
        public RowsFound {
            records = List.copyOf(records);
        }
    }

    /** Answers {@link Effect.FetchRecords}. */
    record RecordsArrived(RecordsAnswer answer) implements OfComparison {}

    /** Answers {@link Effect.RepairRecords}. */
    record RecordsRepaired(Healing.Repaired repaired) implements OfComparison {}

    /** Answers {@link Effect.CheckHealth} when the cloud is there and is ours. */
    record Healthy() implements Event {}

    /** A request came to nothing; answers any effect that made one. */
    record RequestFailed(Failure failure) implements Event {}

    /** The local file refused; what was under way in it was taken back. */
    record StoreFailed(String detail) implements Event {}
}
