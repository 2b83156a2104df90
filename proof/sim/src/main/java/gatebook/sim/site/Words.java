package gatebook.sim.site;

import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushAnswer;
import java.util.stream.Collectors;

/** Messages in a few words, for the trace. */
final class Words {
    private static final int ID_END = 4;

    private Words() {}

    static String of(Object message) {
        return switch (message) {
            case PushAnswer answer ->
                answer.results().stream()
                        .map(result -> end(result.opId()) + " " + of(result.outcome()))
                        .collect(Collectors.joining(", "));
            case ChangesPage page ->
                page.changes().stream().map(Words::of).collect(Collectors.joining(", ")) + (page.more() ? " …" : "");
            default -> message.getClass().getSimpleName();
        };
    }

    private static String of(OpOutcome outcome) {
        return switch (outcome) {
            case OpOutcome.Applied applied -> "applied v" + applied.version();
            case OpOutcome.Duplicate duplicate -> "duplicate v" + duplicate.version();
            case OpOutcome.Conflict conflict -> "conflict v" + conflict.version();
            case OpOutcome.Rejected _ -> "rejected";
            case OpOutcome.RetryLater() -> "later";
        };
    }

    private static String of(Change change) {
        return end(change.record()) + " v" + change.version() + (change.life() == Change.Life.VOIDED ? " void" : "");
    }

    static String end(Object id) {
        String text = id.toString();
        return text.substring(text.length() - ID_END);
    }
}
