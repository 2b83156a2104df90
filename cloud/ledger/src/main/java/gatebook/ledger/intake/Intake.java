package gatebook.ledger.intake;

import gatebook.ledger.feed.HistoryFault;
import gatebook.ledger.feed.Place;
import gatebook.ledger.intake.Judgement.SecondTicket;
import gatebook.ledger.news.News;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.IdSource;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.ledger.trail.TrailHeads;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import gatebook.wire.push.ReceivedOperation;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what desks send. The site's row is locked first and to the end, so that the order of {@code seq} is the order of
 * commit, and everything is read under that lock. Thread-safe; any number of processes may take in for one site.
 */
public final class Intake {
    /** A request that runs again after a broken connection finds its own number, which is then no sign of a clone. */
    private static final String NUMBER = """
            update devices set device_seq = ?, last_request = ?
            where site_id = ? and device_id = ? and (device_seq < ? or device_seq = ? and last_request = ?)
            """;

    private final SiteDoor door;
    private final Clock clock;
    private final IdSource ids;

    public Intake(SiteDoor door, Clock clock, IdSource ids) {
        this.door = door;
        this.clock = clock;
        this.ids = ids;
    }

    /** Judges a whole request and writes what takes effect; of a rehearsal only its number remains. */
    public PushVerdict push(Desk desk, PushRequest request) {
        UUID requestId = ids.next();
        return door.inside(desk.site(), transaction -> {
            SiteBook book = locked(transaction, desk.site());
            if (!isNext(transaction, desk, request.deviceSeq(), requestId)) {
                return new PushVerdict.DeskCloned();
            }
            Cursor named = request.after();
            Optional<HistoryFault> fault =
                    named == null ? Optional.empty() : Place.fault(named, transaction, desk.site(), book);
            if (fault.isPresent()) {
                return new PushVerdict.HistoryChanged(fault.get());
            }
            List<ReceivedOperation> operations = request.operations();
            Settled settled = request.dryRun()
                    ? transaction.takenBack(within -> take(within, desk, book, operations, SecondTicket.LEADS_TO_FIRST))
                    : take(transaction, desk, book, operations, SecondTicket.LEADS_TO_FIRST);
            return new PushVerdict.Judged(new PushAnswer(
                    book.history(),
                    results(operations, settled.outcomes()),
                    cursor(request, book, settled.after()),
                    Place.endOf(request.dryRun() ? book : settled.after()).cursor(),
                    request.dryRun() ? null : TrailHeads.hear(transaction, desk, request.trail(), now())));
        });
    }

    /** Takes in one operation of another program within the transaction of its site. */
    public OpOutcome take(SiteTransaction transaction, Desk desk, ReceivedOperation operation) throws SQLException {
        SiteBook book = locked(transaction, desk.site());
        return take(transaction, desk, book, List.of(operation), SecondTicket.NEVER_GIVEN)
                .outcomes()
                .getFirst();
    }

    /** What became of each operation, and where the site's order stands after them. */
    private record Settled(List<OpOutcome> outcomes, SiteBook after) {}

    private Settled take(
            SiteTransaction transaction,
            Desk desk,
            SiteBook book,
            List<ReceivedOperation> operations,
            SecondTicket secondTicket)
            throws SQLException {
        if (operations.isEmpty()) {
            return new Settled(List.of(), book);
        }
        Instant now = book.nextCommit(now());
        Known known = new KnownReading(transaction, desk, operations).read();
        Judgement judgement = new Judgement(known, secondTicket, book, desk.device(), now);
        List<OpOutcome> outcomes = operations.stream().map(judgement::judge).toList();
        Effect effect = judgement.effect();
        if (effect.isEmpty()) {
            return new Settled(outcomes, book);
        }
        SiteBook after = new EffectWriting(transaction, desk, now).write(effect, book, judgement.lastRemoteId());
        LostStates.add(transaction, desk.site(), operations, outcomes);
        News.tell(transaction, desk.site(), Place.endOf(after).cursor());
        return new Settled(outcomes, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<PushAnswer.Result> results(List<ReceivedOperation> operations, List<OpOutcome> outcomes) {
        List<PushAnswer.Result> results = new ArrayList<>(outcomes.size());
        for (int at = 0; at < outcomes.size(); at++) {
            results.add(new PushAnswer.Result(operations.get(at).opId(), outcomes.get(at)));
        }
        return results;
    }

    /** Spares a desk that was at the end the reading back of its own changes. */
    private static @Nullable Cursor cursor(PushRequest request, SiteBook before, SiteBook after) {
        Cursor named = request.after();
        boolean wasAtEnd = named != null
                && !request.dryRun()
                && Place.of(named).filter(place -> place.isEndOf(before)).isPresent();
        return wasAtEnd ? Place.endOf(after).cursor() : null;
    }

    private static boolean isNext(SiteTransaction transaction, Desk desk, long deviceSeq, UUID request)
            throws SQLException {
        return transaction.change(
                        NUMBER,
                        deviceSeq,
                        request,
                        desk.site().value(),
                        desk.device().value(),
                        deviceSeq,
                        deviceSeq,
                        request)
                == 1;
    }

    private static SiteBook locked(SiteTransaction transaction, SiteId site) throws SQLException {
        return SiteBook.locked(transaction, site)
                .orElseThrow(() -> new IllegalStateException("a desk of a site that does not exist"));
    }
}
