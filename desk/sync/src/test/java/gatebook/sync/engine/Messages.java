package gatebook.sync.engine;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Inbox;
import gatebook.store.exchange.Outbox;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What an engine under test is told: messages that say as little as they may. */
final class Messages {
    static final Cursor C1 = new Cursor("c1");
    static final Cursor C2 = new Cursor("c2");
    static final HistoryId HISTORY = new HistoryId(new UUID(0, 1));
    static final Outbox.Batch NONE = new Outbox.Batch(0, List.of());

    static final Effect STARTED_OVER = new Effect.StartOver(Inbox.Past.LOST, "test");

    private Messages() {}

    static Event failed(Failure.Kind kind) {
        return new Event.RequestFailed(failure(kind));
    }

    static Failure failure(Failure.Kind kind) {
        return new Failure(kind, null, "test");
    }

    static Outbox.Batch batch(long number) {
        return new Outbox.Batch(number, List.of(operation(number)));
    }

    static Outbox.Batch batchOf(int operations) {
        return new Outbox.Batch(
                1, LongStream.range(0, operations).mapToObj(Messages::operation).toList());
    }

    static OutgoingOperation operation(long number) {
        return new OutgoingOperation(
                new OpId(new UUID(1, number)),
                OperationKind.DELETE,
                new EntryId(new UUID(2, number)),
                1,
                Instant.EPOCH,
                "System",
                null);
    }

    static PushAnswer answer(@Nullable Cursor cursor) {
        return new PushAnswer(HISTORY, List.of(), cursor);
    }

    static ChangesPage page(Cursor cursor) {
        return new ChangesPage(HISTORY, List.of(), cursor, false);
    }

    static ChangesPage page(Cursor cursor, boolean more) {
        return new ChangesPage(
                HISTORY,
                List.of(new Change(1, new EntryId(new UUID(3, 1)), 1, Change.Life.VOIDED, Instant.EPOCH, null, null)),
                cursor,
                more);
    }

    static Event compared(Event.Difference... differences) {
        return new Event.SpansCompared(HISTORY, C2, 10, List.of(differences));
    }
}
