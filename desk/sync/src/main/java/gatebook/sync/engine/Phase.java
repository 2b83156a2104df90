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

    /** A request is on the wire, or about to be repeated. */
    sealed interface Asking extends Phase {
        /** How often it was made, this time included. */
        int tries();

        /** The same, made once more. */
        Asking again();
    }

    /**
     * A push is on the wire.
     *
     * @param ahead the batch that goes as soon as this one is answered; empty if none was taken yet, or nothing waits
     */
    record Sending(Outbox.Batch batch, int tries, Outbox.Batch ahead) implements Asking {
        @Override
        public Sending again() {
            return new Sending(batch, tries + 1, ahead);
        }
    }

    /** The last outcomes are being settled. */
    record Settling() implements Phase {}

    /**
     * Waits to learn where this desk stands.
     *
     * @param loadTries the tries of a first load that goes on from there; 0 at the start of a cycle
     */
    record Positioning(int loadTries) implements Phase {}

    /** A page is on its way. */
    record Fetching(Cursor after, int tries) implements Asking {
        @Override
        public Fetching again() {
            return new Fetching(after, tries + 1);
        }
    }

    /** The last page is being applied. */
    record Applying(ChangesPage page) implements Phase {}

    /** A first load is under way. */
    record Loading(int tries) implements Asking {
        @Override
        public Loading again() {
            return new Loading(tries + 1);
        }
    }

    /** Both sides are being compared; one question is open. */
    record Comparing(gatebook.sync.engine.Comparing work, Effect asked, int tries) implements Asking {
        @Override
        public Comparing again() {
            return new Comparing(work, asked, tries + 1);
        }
    }

    /** Waits before the next try of what the phase before had asked for. */
    record BackingOff(Asking again) implements Phase {}

    /** A batch and its outcomes. */
    record Answered(Outbox.Batch batch, PushAnswer answer) {
        Effect settle() {
            return new Effect.Settle(batch, answer);
        }
    }
}
