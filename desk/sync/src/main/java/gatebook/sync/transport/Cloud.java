package gatebook.sync.transport;

import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.device.Health;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cloud as a desk sees it: HTTP in the product, a simulated line in proofs. Each call blocks its thread until the
 * answer is whole or a deadline has passed, and never throws for what a network can do. Thread-safe.
 */
public interface Cloud {
    Answer<Health> health();

    Answer<EnrolmentAnswer> enrol(EnrolmentRequest request);

    Answer<PushAnswer> push(Outbox.Batch batch, PushRequest.DryRun mode, @Nullable Cursor after);

    Answer<ChangesPage> changes(Cursor after, int limit);

    /**
     * Streams a first load from where {@code from} stands.
     *
     * @param sink takes stretches in order; it is called on this thread, and an exception of its ends the load
     * @return the cursor from which to follow on
     */
    Answer<Cursor> load(Position from, StretchSink sink);

    /**
     * Listens until the line breaks or the thread is interrupted.
     *
     * @param news is told each cursor that the cloud announces
     */
    Answer<Cursor> listen(NewsSink news);

    /** The clocks' difference when last heard, cloud minus desk, in milliseconds. */
    long clockSkewMillis();

    /** Takes a stretch of a first load, and the cursor from which to follow on once all of it is there. */
    @FunctionalInterface
    interface StretchSink {
        void take(List<Change> stretch, Cursor cursor);
    }

    /** Is told of news. */
    @FunctionalInterface
    interface NewsSink {
        void upTo(Cursor cursor);
    }
}
