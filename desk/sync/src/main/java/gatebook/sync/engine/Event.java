package gatebook.sync.engine;

import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Tally;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.PushAnswer;

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

    /** Answers {@link Effect.CheckHealth} when the cloud is there and is ours. */
    record Healthy() implements Event {}

    /** A request came to nothing; answers any effect that made one. */
    record RequestFailed(Failure failure) implements Event {}

    /** The local file refused; what was under way in it was taken back. */
    record StoreFailed(String detail) implements Event {}
}
