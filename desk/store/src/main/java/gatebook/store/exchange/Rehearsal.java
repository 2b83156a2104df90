package gatebook.store.exchange;

import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run of the exchange that is taken back: the very code of {@link Outbox} and {@link Inbox} in a transaction that never
 * commits. Nothing of the book changes but the number of the requests, which a cloud wants to see rise. Thread-safe.
 */
public final class Rehearsal {
    private static final int BATCHES_MAX = 1_000;

    /** Operations counted at once of those that a run would send after it has merged. */
    private static final int SECOND_ROUND = 500;

    private final Database database;
    private final Outbox outbox;
    private final Inbox inbox;

    public Rehearsal(Database database, Outbox outbox, Inbox inbox) {
        this.database = database;
        this.outbox = outbox;
        this.inbox = inbox;
    }

    /** The batches that a run would send now, each with a number of its own. */
    public List<Outbox.Batch> due(Instant now, int limit) {
        List<List<OutgoingOperation>> taken = database.rehearse(session -> take(session, now, limit));
        List<Outbox.Batch> batches = new ArrayList<>();
        for (List<OutgoingOperation> operations : taken) {
            batches.add(new Outbox.Batch(outbox.nextDeviceSeq(now), operations));
        }
        return batches;
    }

    /** What the cloud answered a batch in its own rehearsal. */
    public record Judged(Outbox.Batch batch, PushAnswer answer) {}

    /** What settling these answers and then applying these pages would do; what a page brings is applied on top. */
    public Tally play(List<Judged> judged, List<ChangesPage> pages, Marks marks) {
        return database.rehearse(session -> {
            // The answers are to operations under way, which they are not: the run was never begun.
            judged.stream()
                    .mapToInt(one -> one.batch().operations().size())
                    .max()
                    .ifPresent(limit -> take(session, marks.now(), limit));
            Tally tally = Tally.NONE;
            for (Judged one : judged) {
                PushAnswer noCursor =
                        new PushAnswer(one.answer().history(), one.answer().results(), null);
                tally = tally.plus(outbox.settle(session, one.batch(), noCursor, marks));
            }
            for (ChangesPage page : pages) {
                tally = tally.plus(inbox.apply(session, page, marks));
            }
            return tally.plus(new Tally(secondRound(session, judged, marks), 0, 0, 0, 0, 0));
        });
    }

    /** What was put together goes to the cloud as well, in the round that follows. */
    private static long secondRound(Session session, List<Judged> judged, Marks marks) {
        Set<OpId> first = judged.stream()
                .flatMap(one -> one.batch().operations().stream())
                .map(OutgoingOperation::opId)
                .collect(Collectors.toSet());
        return take(session, marks.now(), SECOND_ROUND).stream()
                .flatMap(List::stream)
                .filter(operation -> !first.contains(operation.opId()))
                .count();
    }

    private static List<List<OutgoingOperation>> take(Session session, Instant now, int limit) {
        List<List<OutgoingOperation>> batches = new ArrayList<>();
        while (batches.size() < BATCHES_MAX) {
            List<OutgoingOperation> batch = Outbox.take(session, now, limit, Outbox.Due.NOW, new Outbox.Lane.Any());
            if (batch.isEmpty()) {
                break;
            }
            batches.add(batch);
        }
        return batches;
    }
}
