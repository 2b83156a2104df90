package gatebook.sync.transport;

import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.device.Health;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastQuestion;
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

    /**
     * The changes after a cursor.
     *
     * @param seen where the cloud's order was seen to end, if the desk has not followed it there yet
     */
    Answer<ChangesPage> changes(Cursor after, @Nullable Cursor seen, int limit);

    /**
     * As the other, asking about the past as well; a line that cannot ask answers the page alone.
     *
     * @param past what this desk kept of it
     */
    default Answer<ChangesPage> changes(Cursor after, @Nullable Cursor seen, int limit, PastQuestion past) {
        return changes(after, seen, limit);
    }

    /** What spans of the site's records come to. */
    Answer<CompareAnswer> compare(CompareRequest request);

    /** The rows of a span, or its beginning. */
    Answer<Listing> list(Span span);

    /** How single records stand. */
    Answer<RecordsAnswer> records(RecordsRequest request);

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

    /** The most records of a first load that stand in memory as one stretch. */
    int STRETCH_RECORDS = 5_000;

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
