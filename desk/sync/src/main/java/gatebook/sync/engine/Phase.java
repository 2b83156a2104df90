package gatebook.sync.engine;

import gatebook.store.exchange.Outbox;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.PushAnswer;
import org.jspecify.annotations.Nullable;

/** Where a cycle stands; each phase waits for the one event that ends it. */
sealed interface Phase {
    /** Nothing is under way. */
    record Idle() implements Phase {}

    /** Asked the cloud whether it is there; a cycle follows if it is. */
    record Checking() implements Phase {}

    /**
     * Waits for the next batch.
     *
     * @param answered what came back meanwhile for the batch before, yet to be settled
     */
    record Taking(@Nullable Answered answered) implements Phase {}

    /** A push is on the wire. */
    record Sending(Outbox.Batch batch, int tries) implements Phase {}

    /** The last outcomes are being settled. */
    record Settling() implements Phase {}

    /**
     * Waits to learn where this desk stands.
     *
     * @param loadTries the tries of a first load that goes on from there; 0 at the start of a cycle
     */
    record Positioning(int loadTries) implements Phase {}

    /** A page is on its way. */
    record Fetching(Cursor after, int tries) implements Phase {}

    /** The last page is being applied. */
    record Applying(ChangesPage page) implements Phase {}

    /** A first load is under way. */
    record Loading(int tries) implements Phase {}

    /** Both sides are being compared; one question is open. */
    record Comparing(gatebook.sync.engine.Comparing work, Effect asked, int tries) implements Phase {}

    /** Waits before the next try of what the phase before had asked for. */
    record BackingOff(Phase again) implements Phase {}

    /** A batch and its outcomes. */
    record Answered(Outbox.Batch batch, PushAnswer answer) {}
}
