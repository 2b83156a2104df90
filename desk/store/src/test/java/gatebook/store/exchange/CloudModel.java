package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.DuplicateVehicle;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.store.Desk;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The cloud as a desk meets it (docs/protocol.md): it judges operations and tells the newest image of each record. */
final class CloudModel {
    static final HistoryId HISTORY = new HistoryId(new UUID(1, 1));
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final Currency INR = Currency.getInstance("INR");

    private final Map<EntryId, Held> records = new TreeMap<>();
    private final Map<OpId, Held> outcomes = new HashMap<>();
    private long seq;

    /** The newest state of one record. */
    record Held(Entry entry, long version, long seq, Change.Life life) {
        boolean isLive() {
            return life == Change.Life.LIVE;
        }
    }

    Map<EntryId, Held> records() {
        return records;
    }

    /** Another desk's doing: the record stands so from now on. */
    Held put(Entry entry) {
        return write(entry, Change.Life.LIVE);
    }

    Held voided(EntryId id) {
        return write(records.get(id).entry(), Change.Life.VOIDED);
    }

    /** Whether a live record other than {@code id} has this vehicle number at this time. */
    boolean isTaken(EntryId id, Entry place) {
        return records.values().stream()
                .anyMatch(held -> held.isLive()
                        && !held.entry().id().equals(id)
                        && held.entry().plate().equals(place.plate())
                        && held.entry().entryTime().equals(place.entryTime()));
    }

    private Held write(Entry entry, Change.Life life) {
        Held before = records.get(entry.id());
        seq++;
        Held held = new Held(entry, before == null ? 1 : before.version() + 1, seq, life);
        records.put(entry.id(), held);
        return held;
    }

    PushAnswer push(Outbox.Batch batch) {
        List<PushAnswer.Result> results = new ArrayList<>();
        for (OutgoingOperation operation : batch.operations()) {
            results.add(new PushAnswer.Result(operation.opId(), judge(operation)));
        }
        return answer(results);
    }

    /** As the other, for a desk that says how far it has followed: where nothing else lies between, it need not pull. */
    PushAnswer push(Outbox.Batch batch, Position position) {
        boolean wasAtEnd = after(position) == seq;
        PushAnswer answer = push(batch);
        return wasAtEnd ? new PushAnswer(HISTORY, answer.results(), new Cursor(Long.toString(seq))) : answer;
    }

    /** Sends what waits at a desk and settles the answer; what was sent. */
    Outbox.Batch push(Desk desk) {
        Outbox.Batch batch = desk.take(Outbox.Due.ALL);
        desk.settle(batch, push(batch));
        return batch;
    }

    /** A cycle: what waits goes out, news come in, and what was merged or is left goes out as well. */
    void sync(Desk desk) {
        push(desk);
        desk.apply(page(desk.inbox().position(), 100));
        push(desk);
    }

    private static long after(Position position) {
        return position instanceof Position.Following(Cursor cursor) ? Long.parseLong(cursor.token()) : -1;
    }

    static PushAnswer answer(List<PushAnswer.Result> results) {
        return new PushAnswer(HISTORY, results, null);
    }

    static PushAnswer answer(OpId op, OpOutcome outcome) {
        return answer(List.of(new PushAnswer.Result(op, outcome)));
    }

    private OpOutcome judge(OutgoingOperation operation) {
        Held before = outcomes.get(operation.opId());
        if (before != null) {
            return new OpOutcome.Duplicate(before.version(), 1);
        }
        Held held = records.get(operation.record());
        return switch (operation.kind()) {
            case CREATE -> held == null ? create(operation) : stale(held);
            case UPDATE -> held == null ? unknown() : update(operation, held);
            case DELETE -> held == null ? unknown() : delete(operation, held);
        };
    }

    private OpOutcome create(OutgoingOperation operation) {
        Entry entry = read(operation.data());
        List<Entry> others =
                records.values().stream().filter(Held::isLive).map(Held::entry).toList();
        return switch (DuplicateVehicle.judge(entry, others)) {
            case DuplicateVehicle.SameVisit(Entry other) ->
                new OpOutcome.Conflict(
                        ConflictType.BUSINESS_RULE_VIOLATION,
                        records.get(other.id()).version(),
                        OpOutcome.Standing.LIVE,
                        EntryJson.encode(other));
            case DuplicateVehicle.InsideTwice(Entry other) ->
                applied(
                        operation,
                        write(entry, Change.Life.LIVE),
                        Optional.of(
                                new OpOutcome.Warning(ConflictType.BUSINESS_RULE_VIOLATION, EntryJson.encode(other))));
            case DuplicateVehicle.Distinct() -> applied(operation, write(entry, Change.Life.LIVE), Optional.empty());
        };
    }

    private OpOutcome update(OutgoingOperation operation, Held held) {
        if (held.version() != operation.baseVersion()) {
            return stale(held);
        }
        Entry entry = read(operation.data());
        if (isTaken(entry.id(), entry)) {
            return new OpOutcome.Rejected(
                    List.of(new FieldError(Field.ENTRY_TIME.text(), FieldFault.TAKEN, "another entry is there")));
        }
        return applied(operation, write(entry, Change.Life.LIVE), Optional.empty());
    }

    private OpOutcome delete(OutgoingOperation operation, Held held) {
        if (!held.isLive() || held.version() != operation.baseVersion()) {
            return stale(held);
        }
        return applied(operation, write(held.entry(), Change.Life.VOIDED), Optional.empty());
    }

    private OpOutcome applied(OutgoingOperation operation, Held held, Optional<OpOutcome.Warning> warning) {
        outcomes.put(operation.opId(), held);
        return new OpOutcome.Applied(held.version(), 1, held.seq(), warning);
    }

    private static OpOutcome stale(Held held) {
        return new OpOutcome.Conflict(
                held.isLive() ? ConflictType.VERSION_MISMATCH : ConflictType.DATA_INCONSISTENCY,
                held.version(),
                held.isLive() ? OpOutcome.Standing.LIVE : OpOutcome.Standing.VOIDED,
                held.isLive() ? EntryJson.encode(held.entry()) : null);
    }

    private static OpOutcome unknown() {
        return new OpOutcome.Conflict(ConflictType.VERSION_MISMATCH, 0, OpOutcome.Standing.LIVE, null);
    }

    static Entry read(String data) {
        EntryDefaults defaults = new EntryDefaults(
                new EntryId(new UUID(0, 0)), EntryDefaults.IdRule.SUGGESTED, Desk.MORNING, "System", ZONE, INR);
        return EntryJson.decode(data, defaults).orDamaged("an image in a test");
    }

    /** The changes after a place, at most {@code limit}. */
    ChangesPage page(Position position, int limit) {
        long after = Math.max(0, after(position));
        List<Change> news = records.values().stream()
                .filter(held -> held.seq() > after)
                .sorted(Comparator.comparingLong(Held::seq))
                .map(CloudModel::change)
                .toList();
        List<Change> page = news.subList(0, Math.min(limit, news.size()));
        long upTo = page.isEmpty() ? after : page.getLast().seq();
        return new ChangesPage(HISTORY, page, new Cursor(Long.toString(upTo)), page.size() < news.size());
    }

    static Change change(Held held) {
        Instant at = Desk.MORNING;
        Entry entry = held.isLive() ? held.entry() : null;
        return new Change(held.seq(), held.entry().id(), held.version(), held.life(), at, "desk B", entry);
    }

    /** Makes a change of one record, as a page holds it. */
    static Change change(Entry entry, long version, long seq) {
        return change(new Held(entry, version, seq, Change.Life.LIVE));
    }

    static Change tombstone(Entry entry, long version, long seq) {
        return change(new Held(entry, version, seq, Change.Life.VOIDED));
    }

    static ChangesPage page(Change... changes) {
        long upTo = changes[changes.length - 1].seq();
        return new ChangesPage(HISTORY, List.of(changes), new Cursor(Long.toString(upTo)), false);
    }

    /** The operations that a desk sent, by what they do. */
    static List<OperationKind> kinds(Outbox.Batch batch) {
        return batch.operations().stream().map(OutgoingOperation::kind).toList();
    }
}
