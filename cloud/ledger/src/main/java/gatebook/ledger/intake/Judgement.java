package gatebook.ledger.intake;

import gatebook.ledger.history.HistoryEntry;
import gatebook.ledger.intake.Effect.Final;
import gatebook.ledger.intake.Effect.Moved;
import gatebook.ledger.intake.Effect.Taken;
import gatebook.ledger.intake.JoinedTickets.Joined;
import gatebook.ledger.intake.JoinedTickets.Joint;
import gatebook.ledger.intake.Neighbours.Neighbour;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteBook;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.DuplicateVehicle;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OpOutcome.Standing;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.ReceivedOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides the operations of one request one after the other, each seeing what the ones before it did. Touches nothing
 * but its own picture of the site; what is to be written is in {@link #effect}.
 */
final class Judgement {
    private final Known known;
    private final SecondTicket secondTicket;
    private final DeviceId device;
    private final Instant now;
    private final Map<EntryId, Final> touched = new LinkedHashMap<>();
    private final Map<EntryId, Boolean> wasHeld = new LinkedHashMap<>();
    private final Map<EntryId, Moved> moved = new LinkedHashMap<>();
    private final List<Joined> joined = new ArrayList<>();
    private final List<HistoryEntry> rows = new ArrayList<>();
    private final List<Taken> outcomes = new ArrayList<>();
    private long seq;
    private long remoteId;

    /** What becomes of the ticket of a second record of one visit. */
    enum SecondTicket {
        /** A driver has it: the sender joins its record into the first one, and the ticket leads there. */
        LEADS_TO_FIRST,
        /** Nobody was given it: the sender is refused, and that is all. */
        NEVER_GIVEN
    }

    /**
     * @param now written into the history, whole milliseconds
     */
    Judgement(Known known, SecondTicket secondTicket, SiteBook book, DeviceId device, Instant now) {
        this.known = known;
        this.secondTicket = secondTicket;
        this.device = device;
        this.now = now;
        this.seq = book.lastSeq();
        this.remoteId = book.lastRemoteId();
    }

    OpOutcome judge(ReceivedOperation operation) {
        Known.Outcome before = known.outcomes().get(operation.opId());
        if (before != null) {
            return before.record().equals(operation.record())
                    ? new OpOutcome.Duplicate(before.version(), before.remoteId())
                    : rejected("op_id", FieldFault.TAKEN, "another record's operation had this id; give a new one");
        }
        List<FieldError> faults = OperationRules.faults(operation);
        if (!faults.isEmpty()) {
            return new OpOutcome.Rejected(faults);
        }
        Held held = known.records().get(operation.record());
        return switch (operation.content()) {
            case ReceivedOperation.Content.Faulty(List<FieldError> wrong) -> new OpOutcome.Rejected(wrong);
            case ReceivedOperation.Content.None() -> voiding(operation, held);
            case ReceivedOperation.Content.Image(Entry entry) ->
                operation.kind() == OperationKind.CREATE
                        ? creation(operation, held, entry)
                        : update(operation, held, entry);
        };
    }

    Effect effect() {
        List<Final> fresh = new ArrayList<>();
        List<Final> changed = new ArrayList<>();
        touched.forEach((id, last) -> {
            if (Boolean.TRUE.equals(wasHeld.get(id))) {
                changed.add(last);
            } else {
                fresh.add(last);
            }
        });
        return new Effect(fresh, changed, List.copyOf(moved.values()), rows, outcomes, joined);
    }

    long lastSeq() {
        return seq;
    }

    long lastRemoteId() {
        return remoteId;
    }

    private OpOutcome creation(ReceivedOperation operation, @Nullable Held held, Entry entry) {
        if (held != null) {
            return conflict(ConflictType.VERSION_MISMATCH, held);
        }
        String data = EntryJson.encode(entry);
        return switch (known.neighbours().judge(entry)) {
            case DuplicateVehicle.SameVisit(Entry other) -> sameVisit(operation, entry, other);
            case DuplicateVehicle.InsideTwice(Entry other) -> apply(operation, fresh(entry, data), warning(other));
            case DuplicateVehicle.Distinct() -> apply(operation, fresh(entry, data), null);
        };
    }

    private OpOutcome update(ReceivedOperation operation, @Nullable Held held, Entry entry) {
        if (held == null) {
            return unknown();
        }
        if (held.version() != operation.baseVersion()) {
            return conflict(staleness(held), held);
        }
        Held next = held.with(entry, EntryJson.encode(entry));
        boolean arrives = held.standing() == Standing.VOIDED || !held.presence().equals(next.presence());
        return switch (known.neighbours().judge(entry)) {
            case DuplicateVehicle.SameVisit(Entry other)
            when isEqual(entry, other) ->
                rejected(
                        Field.ENTRY_TIME.text(),
                        FieldFault.TAKEN,
                        "another entry has this vehicle number at this time: "
                                + other.ticket().number());
            case DuplicateVehicle.SameVisit(Entry other) -> apply(operation, next, arrives ? warning(other) : null);
            case DuplicateVehicle.InsideTwice(Entry other) -> apply(operation, next, arrives ? warning(other) : null);
            case DuplicateVehicle.Distinct() -> apply(operation, next, null);
        };
    }

    private OpOutcome voiding(ReceivedOperation operation, @Nullable Held held) {
        if (held == null) {
            return unknown();
        }
        if (held.standing() == Standing.VOIDED || held.version() != operation.baseVersion()) {
            return conflict(staleness(held), held);
        }
        return apply(operation, held.voided(), null);
    }

    private Held fresh(Entry entry, String data) {
        remoteId++;
        return new Held(entry.id(), remoteId, 1, Standing.LIVE, Held.Presence.of(entry), data, entry);
    }

    private OpOutcome apply(ReceivedOperation operation, Held next, OpOutcome.@Nullable Warning warning) {
        seq++;
        EntryId id = next.id();
        wasHeld.putIfAbsent(id, known.records().containsKey(id));
        known.records().put(id, next);
        known.outcomes().put(operation.opId(), new Known.Outcome(id, next.version(), next.remoteId()));
        boolean live = next.standing() == Standing.LIVE;
        if (live && next.written() != null && next.data() != null) {
            known.neighbours().put(new Neighbour(next.written(), next.version(), next.data()));
        } else {
            known.neighbours().remove(id);
        }
        moved.remove(id);
        touched.put(id, new Final(next, seq, operation.actor()));
        outcomes.add(new Taken(operation.opId(), next, seq));
        rows.add(row(operation, operation.kind(), next.version(), id, live ? next.data() : null));
        return new OpOutcome.Applied(next.version(), next.remoteId(), seq, Optional.ofNullable(warning));
    }

    private static boolean isEqual(Entry one, Entry other) {
        return one.plate().equals(other.plate()) && one.entryTime().equals(other.entryTime());
    }

    private HistoryEntry row(
            ReceivedOperation operation, OperationKind kind, long version, EntryId id, @Nullable String data) {
        return new HistoryEntry(
                seq,
                id,
                version,
                device,
                operation.actor(),
                operation.opId(),
                kind,
                OperationRules.toMillis(operation.madeAt()),
                now,
                data);
    }

    private OpOutcome sameVisit(ReceivedOperation operation, Entry second, Entry named) {
        Neighbour other = known.neighbours().of(named);
        if (secondTicket == SecondTicket.LEADS_TO_FIRST) {
            join(operation, second, other);
        }
        return new OpOutcome.Conflict(
                ConflictType.BUSINESS_RULE_VIOLATION, other.version(), Standing.LIVE, other.data());
    }

    /**
     * The first record keeps its image and its version, and moves to the end of the site's order, with a row of history as
     * each place there has one: so every desk hears of the ticket, and nobody's unsent change meets a version it does not
     * know. The operation may come again, since its outcome is not kept; it moves nothing then.
     */
    private void join(ReceivedOperation operation, Entry second, Neighbour first) {
        EntryId id = first.entry().id();
        if (!known.joints().add(new Joint(id, second.id()))) {
            return;
        }
        seq++;
        joined.add(new Joined(new Joint(id, second.id()), second.ticket().number()));
        Final last = touched.get(id);
        if (last == null) {
            moved.put(id, new Moved(id, seq));
        } else {
            touched.put(id, new Final(last.record(), seq, last.actor()));
        }
        rows.add(row(operation, OperationKind.UPDATE, first.version(), id, first.data()));
    }

    private OpOutcome.Warning warning(Entry other) {
        return new OpOutcome.Warning(
                ConflictType.BUSINESS_RULE_VIOLATION,
                known.neighbours().of(other).data());
    }

    private static ConflictType staleness(Held held) {
        return held.standing() == Standing.VOIDED ? ConflictType.DATA_INCONSISTENCY : ConflictType.VERSION_MISMATCH;
    }

    private static OpOutcome conflict(ConflictType type, Held held) {
        return new OpOutcome.Conflict(type, held.version(), held.standing(), held.data());
    }

    private static OpOutcome unknown() {
        return new OpOutcome.Conflict(ConflictType.VERSION_MISMATCH, 0, Standing.LIVE, null);
    }

    private static OpOutcome rejected(String field, FieldFault fault, String detail) {
        return new OpOutcome.Rejected(List.of(new FieldError(field, fault, detail)));
    }
}
