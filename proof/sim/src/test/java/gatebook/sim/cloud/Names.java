package gatebook.sim.cloud;

import gatebook.rules.refusal.FieldError;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.Health;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says the same of two clouds that give out different ids, cursors and tokens: each is named by when it was first heard.
 * Words for people are left out.
 */
final class Names {
    private final Map<Object, Integer> firstHeard = new HashMap<>();

    /** A reply in which nothing is the cloud's own invention. */
    Reply<?> of(Reply<?> reply) {
        return switch (reply) {
            case Reply.Heard<?>(Object message) -> new Reply.Heard<>(message(message));
            case Reply.Refused<?>(Failure failure) ->
                new Reply.Refused<>(new Failure(failure.kind(), failure.retryAfter(), ""));
        };
    }

    Deed of(Deed deed) {
        return new Deed(
                deed.seq(),
                deed.record(),
                deed.version(),
                id(deed.device()),
                deed.actor(),
                deed.op(),
                deed.kind(),
                deed.madeAt(),
                deed.committedAt(),
                deed.content());
    }

    private Object message(Object message) {
        return switch (message) {
            case PushAnswer answer ->
                new PushAnswer(
                        history(answer.history()),
                        answer.results().stream()
                                .map(result -> new PushAnswer.Result(result.opId(), outcome(result.outcome())))
                                .toList(),
                        cursor(answer.cursor()),
                        cursor(answer.end()),
                        answer.trail());
            case PastAnswer past ->
                new PastAnswer(
                        cursors(past.standing()),
                        cursors(past.lost()),
                        cursors(past.rewritten()),
                        past.walked(),
                        past.brokenAt(),
                        past.head(),
                        past.deviceSeq());
            case ChangesPage page ->
                new ChangesPage(
                        history(page.history()),
                        changes(page.changes()),
                        named(page.cursor()),
                        page.more(),
                        page.policy());
            case SiteSnapshot snapshot -> new SiteSnapshot(named(snapshot.cursor()), changes(snapshot.changes()));
            case CompareAnswer answer ->
                new CompareAnswer(history(answer.history()), named(answer.cursor()), answer.spans());
            case RecordsAnswer answer ->
                new RecordsAnswer(answer.records().stream()
                        .map(held -> new RecordsAnswer.Held(change(held.change()), held.past(), held.lost()))
                        .toList());
            case EnrolmentAnswer answer ->
                new EnrolmentAnswer(
                        id(answer.deviceId()),
                        answer.deskCode(),
                        id(answer.siteId()),
                        answer.siteName(),
                        answer.zone(),
                        answer.currency(),
                        "",
                        answer.policy());
            case Cursor cursor -> named(cursor);
            case Health health -> new Health(health.status(), "", health.time());
            default -> message; // nothing in it is invented
        };
    }

    private static OpOutcome outcome(OpOutcome outcome) {
        return outcome instanceof OpOutcome.Rejected(List<FieldError> errors)
                ? new OpOutcome.Rejected(errors.stream()
                        .map(error -> new FieldError(error.field(), error.code(), ""))
                        .toList())
                : outcome;
    }

    private List<Change> changes(List<Change> changes) {
        return changes.stream().map(this::change).toList();
    }

    private Change change(Change change) {
        String device = change.changedByDevice();
        return new Change(
                change.seq(),
                change.record(),
                change.version(),
                change.life(),
                change.changedAt(),
                device == null ? null : id(UUID.fromString(device)).toString(),
                change.changedBy(),
                change.joined(),
                change.entry());
    }

    private @Nullable Cursor cursor(@Nullable Cursor cursor) {
        return cursor == null ? null : named(cursor);
    }

    private List<Cursor> cursors(List<Cursor> cursors) {
        return cursors.stream().map(this::named).toList();
    }

    private Cursor named(Cursor cursor) {
        return new Cursor("c" + number(cursor));
    }

    private HistoryId history(HistoryId history) {
        return new HistoryId(id(history.value()));
    }

    private UUID id(UUID id) {
        return new UUID(0, number(id));
    }

    private int number(Object heard) {
        return firstHeard.computeIfAbsent(heard, first -> firstHeard.size() + 1);
    }
}
