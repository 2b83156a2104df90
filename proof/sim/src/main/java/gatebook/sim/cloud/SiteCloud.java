package gatebook.sim.cloud;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Strategy;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.device.Health;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cloud of one site in the messages of the wire: what a desk sends and what it reads, without the line between them.
 * Each call is one request, done when it returns. Deterministic given its clock and ids. For one thread.
 */
public interface SiteCloud extends AutoCloseable {
    /** A state of the site, for {@link #restore} of the cloud that gave it. */
    interface Memento {}

    /** What a restored cloud says of its history. */
    enum History {
        /** The operator says nothing of the restore, or a standby took over without the last commits. */
        SAME,
        /** The operator gave the restored records a new history id. */
        NEW
    }

    /** A new code with which one desk may join within 24 hours. */
    String enrolmentCode();

    /** {@code POST /v1/devices}. */
    Reply<EnrolmentAnswer> enrol(EnrolmentRequest request);

    /** Shuts a desk out; nothing happens for a key that is none. */
    void revoke(DeskKey desk);

    /** {@code GET /health}. */
    Reply<Health> health();

    /** {@code POST /v1/sync/push}; the desk's cursor is in the request. */
    Reply<PushAnswer> push(DeskKey desk, PushRequest request);

    /**
     * {@code GET /v1/sync/changes}.
     *
     * @param after null to begin at the beginning
     * @param seen where the desk saw the order end, if that is further on; null otherwise
     * @param limit the most changes, from 1
     */
    Reply<ChangesPage> changes(DeskKey desk, @Nullable Cursor after, @Nullable Cursor seen, int limit);

    /** What a page says of the past where {@code GET /v1/sync/changes} asks for it. */
    Reply<PastAnswer> past(DeskKey desk, PastQuestion question);

    /** {@code GET /v1/sync/snapshot}: a first load from the beginning. */
    Reply<SiteSnapshot> snapshot(DeskKey desk);

    /** {@code GET /v1/sync/snapshot?after_uuid=…&cursor=…}: the rest of a first load that was broken off. */
    Reply<SiteSnapshot> snapshot(DeskKey desk, EntryId after, Cursor cursor);

    /** What {@code GET /v1/sync/events} tells just now: where the site's order ends. */
    Reply<Cursor> end(DeskKey desk);

    /** {@code POST /v1/sync/compare}. */
    Reply<CompareAnswer> compare(DeskKey desk, CompareRequest request);

    /** {@code GET /v1/sync/compare}. */
    Reply<Listing> list(DeskKey desk, Span span);

    /** {@code POST /v1/sync/records}. */
    Reply<RecordsAnswer> records(DeskKey desk, RecordsRequest request);

    /** The owner's choice for overlaps in a group of fields. */
    void choose(FieldGroup group, Strategy strategy);

    /** The whole state of the site: records, history, outcomes, desks and their numbers. */
    Memento save();

    /**
     * Puts the site back to how it was, as a restore from a backup does or a failover that loses the tail. What happened
     * since is gone, desks that joined since included.
     */
    void restore(Memento state, History history);

    /**
     * Everything that ever took effect and was not lost, in the order of {@code seq}; good until the next request. For the
     * laws, not for desks.
     */
    List<Deed> deeds();

    @Override
    void close();
}
