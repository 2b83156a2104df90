package gatebook.faults.shift;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Description;
import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Stay;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.store.exchange.Outbox;
import gatebook.store.query.QueueItem;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What the cloud and the other desks of the site say during a shift. */
final class Elsewhere {
    static final Instant MORNING = Instant.parse("2026-01-15T04:30:00Z");
    private static final HistoryId HISTORY = new HistoryId(new UUID(1, 1));
    private static final long PLACES_PER_STEP = 1_000;

    private Elsewhere() {}

    /** An id that belongs to a step. */
    static UUID id(long step, long number) {
        return new UUID(0x0193_0000_0000_7000L, Long.MIN_VALUE | step << 16 | number);
    }

    /** A vehicle that another desk wrote in. */
    static Entry vehicle(long step, long number) {
        return new Entry(
                new EntryId(id(step, 0x8000 + number)),
                new Ticket(TicketNo.of(new DeskCode("Z"), step * PLACES_PER_STEP + number), number),
                new Plate("GJ" + number + " X " + step),
                MORNING,
                new Description("Konkan Carriers", new VehicleType("Trailer"), null, null, null, null),
                Stay.parked(Money.zero(Currency.getInstance("INR"))),
                Payment.NONE,
                new Authorship("Ravi", MORNING, MORNING));
    }

    static Change change(long step, Entry entry, long version) {
        return change(step, entry, version, Change.Life.LIVE);
    }

    static Change change(long step, Entry entry, long version, Change.Life life) {
        return new Change(
                place(step), entry.id(), version, life, MORNING, "desk Z", life == Change.Life.LIVE ? entry : null);
    }

    /** Changes one after the other, given as if each were the first of its step. */
    static ChangesPage page(long step, List<Change> changes) {
        List<Change> inOrder = java.util.stream.IntStream.range(0, changes.size())
                .mapToObj(at -> {
                    Change one = changes.get(at);
                    return new Change(
                            place(step) + at,
                            one.record(),
                            one.version(),
                            one.life(),
                            one.changedAt(),
                            one.changedByDevice(),
                            one.entry());
                })
                .toList();
        return new ChangesPage(HISTORY, inOrder, end(step), false);
    }

    private static long place(long step) {
        return step * PLACES_PER_STEP;
    }

    private static Cursor end(long step) {
        return new Cursor(Long.toString((step + 1) * PLACES_PER_STEP - 1));
    }

    /** What is under way, as the register tells it. */
    static Outbox.Batch underWay(List<QueueItem> processing) {
        return new Outbox.Batch(
                0,
                processing.stream()
                        .map(item -> new OutgoingOperation(
                                item.opId(),
                                item.kind(),
                                item.record(),
                                Objects.requireNonNullElse(item.baseVersion(), 0L),
                                item.madeAt(),
                                item.actor(),
                                item.kind() == OperationKind.DELETE ? null : item.data()))
                        .toList());
    }

    /** The cloud takes all of it. */
    static PushAnswer applied(long step, Outbox.Batch batch) {
        List<PushAnswer.Result> results = java.util.stream.IntStream.range(
                        0, batch.operations().size())
                .mapToObj(at -> {
                    OutgoingOperation operation = batch.operations().get(at);
                    return new PushAnswer.Result(
                            operation.opId(),
                            new OpOutcome.Applied(
                                    operation.baseVersion() + 1, place(step) + at, place(step) + at, Optional.empty()));
                })
                .toList();
        return new PushAnswer(HISTORY, results, end(step));
    }
}
