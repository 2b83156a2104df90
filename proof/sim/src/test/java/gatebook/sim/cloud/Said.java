package gatebook.sim.cloud;

import gatebook.rules.entry.TicketNo;
import gatebook.rules.refusal.FieldError;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.Fingerprint;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.Health;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushAnswer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replies in the few words of the tables of scenarios. */
final class Said {
    private static final Pattern UUID_OF_IMAGE = Pattern.compile("\"uuid\":\"([0-9a-f-]{36})\"");

    private Said() {}

    static String of(Reply<?> reply) {
        return switch (reply) {
            case Reply.Heard<?>(Object message) -> message(message);
            case Reply.Refused<?>(Failure failure) -> failure.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String message(Object message) {
        return switch (message) {
            case PushAnswer answer ->
                words(Stream.of(
                                answer.results().stream().map(result -> outcome(result.outcome())),
                                answer.trail() == null ? Stream.<String>of() : Stream.of(head(answer.trail())),
                                answer.cursor() == null ? Stream.<String>of() : Stream.of(">"))
                        .flatMap(said -> said));
            case PastAnswer past ->
                words(Stream.of(
                        past.standing().size() + "/" + past.lost().size() + "/"
                                + past.rewritten().size(),
                        "to" + past.walked(),
                        past.brokenAt() == null ? "" : "broken",
                        past.head() == null ? "" : head(past.head()),
                        "#" + past.deviceSeq()));
            case ChangesPage page ->
                words(Stream.concat(
                        page.changes().stream().map(Said::change), page.more() ? Stream.of("…") : Stream.of()));
            case SiteSnapshot snapshot -> words(snapshot.changes().stream().map(Said::change));
            case CompareAnswer answer -> words(answer.spans().stream().map(span -> Long.toString(span.records())));
            case Listing listing ->
                words(Stream.concat(
                        listing.rows().stream().map(row -> Sample.name(row.record()) + row.version()),
                        listing.more() ? Stream.of("…") : Stream.of()));
            case RecordsAnswer answer -> words(answer.records().stream().map(Said::held));
            case EnrolmentAnswer answer -> answer.deskCode().text();
            case Cursor end -> "end";
            case Health health -> health.status();
            default -> message.toString();
        };
    }

    private static String head(TrailHead head) {
        return head.row() + head.hash().substring(0, 1);
    }

    private static String outcome(OpOutcome outcome) {
        return switch (outcome) {
            case OpOutcome.Applied(long version, long remoteId, long seq, var warning) ->
                "v" + version + warning.map(other -> "!" + name(other.data())).orElse("");
            case OpOutcome.Duplicate(long version, long remoteId) -> "again" + version;
            case OpOutcome.Conflict(var type, long version, var standing, var data) ->
                switch (type) {
                            case VERSION_MISMATCH -> version == 0 ? "unknown" : "stale" + version;
                            case DATA_INCONSISTENCY -> "voided" + version;
                            case BUSINESS_RULE_VIOLATION -> "same:" + name(data);
                        }
                        + (standing == OpOutcome.Standing.VOIDED ? "-" : "");
            case OpOutcome.Rejected(List<FieldError> errors) ->
                errors.stream()
                        .map(error -> error.field() + "." + error.code())
                        .collect(Collectors.joining("+", "no:", ""));
            case OpOutcome.RetryLater() -> "later";
        };
    }

    private static String change(Change change) {
        return Sample.name(change.record())
                + change.version()
                + (change.life() == Change.Life.VOIDED ? "-" : "")
                + change.joined().stream()
                        .map(TicketNo::text)
                        .map(text -> "+" + text)
                        .collect(Collectors.joining());
    }

    private static String held(RecordsAnswer.Held held) {
        return change(held.change())
                + ":"
                + held.past().stream()
                        .map(state -> state.equals(Fingerprint.VOID) ? "-" : ".")
                        .collect(Collectors.joining())
                + held.lost().stream().map(state -> "/" + state.version()).collect(Collectors.joining());
    }

    private static String name(@Nullable String image) {
        Matcher id = UUID_OF_IMAGE.matcher(image == null ? "" : image);
        return id.find()
                ? Sample.name(gatebook.rules.entry.EntryId.parse(id.group(1)).orElseThrow())
                : "nothing";
    }

    private static String words(Stream<String> words) {
        String all = words.filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
        return all.isEmpty() ? "nothing" : all;
    }
}
