package gatebook.sim.cloud;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Outbox;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One cloud with the desks of a scenario; what a desk knows of the cloud is kept for it, as a real desk does. */
final class Session {
    private final SiteCloud cloud;
    private final Map<String, DeskKey> keys = new HashMap<>();
    private final Map<String, Cursor> followed = new HashMap<>();
    private final Map<String, Cursor> seen = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, SiteCloud.Memento> saved = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    Session(SiteCloud cloud) {
        this.cloud = cloud;
    }

    SiteCloud cloud() {
        return cloud;
    }

    void code(String name) {
        codes.put(name, cloud.enrolmentCode());
    }

    /** A desk asks to join with a code given out before, or any other text. */
    Reply<EnrolmentAnswer> join(String desk, String code, Optional<String> wish) {
        Reply<EnrolmentAnswer> reply =
                cloud.enrol(new EnrolmentRequest(codes.getOrDefault(code, code), "desk " + desk, wish));
        if (reply instanceof Reply.Heard<EnrolmentAnswer>(EnrolmentAnswer answer)) {
            keys.put(desk, DeskKey.of(answer));
            numbers.put(desk, 0L);
            followed.remove(desk);
            seen.remove(desk);
        }
        return reply;
    }

    void revoke(String desk) {
        cloud.revoke(key(desk));
    }

    void save(String name) {
        saved.put(name, cloud.save());
    }

    void restore(String name, SiteCloud.History history) {
        cloud.restore(Objects.requireNonNull(saved.get(name), name), history);
    }

    /** The number of a desk's next request. */
    long next(String desk) {
        return numbers.getOrDefault(desk, 0L) + 1;
    }

    Reply<PushAnswer> push(
            String desk,
            long number,
            PushRequest.DryRun mode,
            @Nullable Cursor after,
            List<OutgoingOperation> operations) {
        return push(desk, mode, after, new Outbox.Batch(number, operations));
    }

    /** An empty push that says what the desk's audit trail has. */
    Reply<PushAnswer> tell(String desk, PushRequest.DryRun mode, List<TrailHead> trail) {
        return push(desk, mode, null, new Outbox.Batch(next(desk), trail, List.of()));
    }

    private Reply<PushAnswer> push(String desk, PushRequest.DryRun mode, @Nullable Cursor after, Outbox.Batch batch) {
        numbers.merge(desk, batch.deviceSeq(), Math::max);
        Reply<PushAnswer> reply = Door.read(batch, mode, after, Postgres.YARD.zone(), Postgres.YARD.currency())
                .then(request -> cloud.push(key(desk), request));
        if (reply instanceof Reply.Heard<PushAnswer>(PushAnswer answer)) {
            seen.put(desk, Objects.requireNonNull(answer.end()));
            if (answer.cursor() != null) {
                followed.put(desk, answer.cursor());
            }
        }
        return reply;
    }

    /** The next page for a desk, which follows on from it. */
    Reply<ChangesPage> pull(String desk, @Nullable Cursor end, int limit) {
        Reply<ChangesPage> reply = cloud.changes(key(desk), followed.get(desk), end, limit);
        if (reply instanceof Reply.Heard<ChangesPage>(ChangesPage page)) {
            followed.put(desk, page.cursor());
        }
        return reply;
    }

    /** What the cloud says of the places that a desk knows. */
    Reply<PastAnswer> past(String desk, long walked) {
        List<Cursor> known = Stream.of(followed.get(desk), seen.get(desk))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return cloud.past(key(desk), new PastQuestion(known, walked));
    }

    Reply<SiteSnapshot> load(String desk) {
        Reply<SiteSnapshot> reply = cloud.snapshot(key(desk));
        if (reply instanceof Reply.Heard<SiteSnapshot>(SiteSnapshot snapshot)) {
            followed.put(desk, snapshot.cursor());
        }
        return reply;
    }

    Reply<SiteSnapshot> loadOn(String desk, EntryId after) {
        return cloud.snapshot(key(desk), after, followed.getOrDefault(desk, new Cursor("nowhere")));
    }

    Reply<?> compare(String desk, List<Span> spans) {
        return cloud.compare(key(desk), new CompareRequest(spans));
    }

    Reply<?> list(String desk, Span span) {
        return cloud.list(key(desk), span);
    }

    Reply<?> records(String desk, List<EntryId> records) {
        return cloud.records(key(desk), new RecordsRequest(records));
    }

    Reply<Cursor> end(String desk) {
        return cloud.end(key(desk));
    }

    void follow(String desk, Cursor cursor) {
        followed.put(desk, cursor);
    }

    void forget(String desk) {
        followed.remove(desk);
    }

    @Nullable
    Cursor followed(String desk) {
        return followed.get(desk);
    }

    @Nullable
    Cursor seen(String desk) {
        return seen.get(desk);
    }

    private DeskKey key(String desk) {
        return keys.getOrDefault(desk, new DeskKey("nobody's"));
    }
}
