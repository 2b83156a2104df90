package gatebook.sim.site;

import gatebook.sim.cloud.DeskKey;
import gatebook.sim.cloud.Door;
import gatebook.sim.cloud.Reply;
import gatebook.sim.cloud.SiteCloud;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.metadata.DeskProfile;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.Cloud;
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
import org.jspecify.annotations.Nullable;

/** The cloud as one desk calls it at the moment at which a request of its arrives there. */
final class DeskLine implements Cloud {
    private final Site site;
    private final SimDesk desk;
    private final DeskKey key;
    private final DeskProfile profile;

    DeskLine(Site site, SimDesk desk) {
        this.site = site;
        this.desk = desk;
        this.key = desk.key();
        this.profile = desk.profile();
    }

    private SiteCloud cloud() {
        return site.cloud();
    }

    @Override
    public Answer<Health> health() {
        return answer("health", cloud().health());
    }

    @Override
    public Answer<EnrolmentAnswer> enrol(EnrolmentRequest request) {
        return answer("enrol", cloud().enrol(request));
    }

    @Override
    public Answer<PushAnswer> push(Outbox.Batch batch, PushRequest.DryRun mode, @Nullable Cursor after) {
        Reply<PushAnswer> reply = switch (Door.read(batch, mode, after, profile.zone(), profile.currency())) {
            case Reply.Refused<PushRequest>(Failure failure) -> new Reply.Refused<>(failure);
            case Reply.Heard<PushRequest>(PushRequest request) -> cloud().push(key, request);
        };
        site.cloudMayHaveWritten();
        return answer("push " + batch.deviceSeq() + " of " + batch.operations().size(), reply);
    }

    @Override
    public Answer<ChangesPage> changes(Cursor after, @Nullable Cursor seen, int limit) {
        return answer(
                "changes",
                cloud().changes(
                                key,
                                after,
                                seen,
                                Math.min(limit, site.plan().knobs().pageMax())));
    }

    @Override
    public Answer<ChangesPage> changes(Cursor after, @Nullable Cursor seen, int limit, PastQuestion past) {
        return switch (changes(after, seen, limit)) {
            case Answer.Failed<ChangesPage> failed -> failed;
            case Answer.Heard<ChangesPage>(ChangesPage page) ->
                switch (answer("past", cloud().past(key, past))) {
                    case Answer.Failed<PastAnswer>(Failure failure) -> new Answer.Failed<>(failure);
                    case Answer.Heard<PastAnswer>(PastAnswer told) -> {
                        site.mark(Mark.PAST_LOOKED_AT);
                        yield new Answer.Heard<>(new ChangesPage(
                                page.history(), page.changes(), page.cursor(), page.more(), page.policy(), told));
                    }
                };
        };
    }

    @Override
    public Answer<CompareAnswer> compare(CompareRequest request) {
        return answer("compare", cloud().compare(key, request));
    }

    @Override
    public Answer<Listing> list(Span span) {
        return answer("list", cloud().list(key, span));
    }

    @Override
    public Answer<RecordsAnswer> records(RecordsRequest request) {
        return answer("records", cloud().records(key, request));
    }

    @Override
    public Answer<Cursor> load(Position from, StretchSink sink) {
        var reply = from instanceof Position.Loading(var after, Cursor cursor)
                ? cloud().snapshot(key, after, cursor)
                : cloud().snapshot(key);
        return switch (answer("snapshot", reply)) {
            case Answer.Failed<gatebook.sim.cloud.SiteSnapshot>(Failure failure) -> new Answer.Failed<>(failure);
            case Answer.Heard<gatebook.sim.cloud.SiteSnapshot>(var snapshot) -> {
                sink.take(snapshot.changes(), snapshot.cursor());
                yield new Answer.Heard<>(snapshot.cursor());
            }
        };
    }

    @Override
    public Answer<Cursor> listen(NewsSink news) {
        return answer("events", cloud().end(key));
    }

    @Override
    public long clockSkewMillis() {
        return 0;
    }

    private <T> Answer<T> answer(String what, Reply<T> reply) {
        return switch (reply) {
            case Reply.Heard<T>(T message) -> {
                site.noteCloud(desk.number() + " " + what + " -> " + Words.of(message));
                site.markAnswer(message);
                yield new Answer.Heard<>(message);
            }
            case Reply.Refused<T>(Failure failure) -> {
                site.noteCloud(desk.number() + " " + what + " -> " + failure.kind());
                if (failure.kind() == Failure.Kind.HISTORY_CHANGED) {
                    site.mark(Mark.HISTORY_CHANGED_TOLD);
                }
                yield new Answer.Failed<>(failure);
            }
        };
    }
}
