package gatebook.sim.cloud;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.DuplicateVehicle;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change.Life;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.ReceivedOperation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes one operation after the other into the modelled site, as the tables of docs/protocol.md read: each is judged and
 * done before the next is looked at.
 */
final class ModelIntake {
    private static final int ACTOR_MAX = 200;
    private static final EntryId NIL = new EntryId(new UUID(0, 0));

    private final ModelSite site;
    private final UUID device;
    private final Instant now;

    /**
     * @param device the desk that sends
     * @param now by the cloud's clock, whole milliseconds
     */
    ModelIntake(ModelSite site, UUID device, Instant now) {
        this.site = site;
        this.device = device;
        this.now = now;
    }

    OpOutcome take(ReceivedOperation operation) {
        Optional<Kept> settled = site.outcome(operation.opId());
        if (settled.isPresent()) {
            return settled.get().id().equals(operation.record())
                    ? new OpOutcome.Duplicate(
                            settled.get().version(), settled.get().remoteId())
                    : rejected("op_id", FieldFault.TAKEN, "taken by another record's operation");
        }
        List<FieldError> faults = frameFaults(operation);
        if (!faults.isEmpty()) {
            return new OpOutcome.Rejected(faults);
        }
        return switch (operation.content()) {
            case ReceivedOperation.Content.Faulty(List<FieldError> wrong) -> new OpOutcome.Rejected(wrong);
            case ReceivedOperation.Content.None() -> delete(operation);
            case ReceivedOperation.Content.Image(Entry entry) ->
                operation.kind() == OperationKind.CREATE ? create(operation, entry) : update(operation, entry);
        };
    }

    private OpOutcome create(ReceivedOperation operation, Entry entry) {
        Optional<Kept> held = site.record(entry.id());
        if (held.isPresent()) {
            return conflict(ConflictType.VERSION_MISMATCH, held.get());
        }
        return switch (site.meets(entry)) {
            case DuplicateVehicle.SameVisit(Entry other) -> joinInto(other, operation, entry);
            case DuplicateVehicle.InsideTwice(Entry other) -> apply(operation, entry, Life.LIVE, warning(other));
            case DuplicateVehicle.Distinct() -> apply(operation, entry, Life.LIVE, null);
        };
    }

    private OpOutcome update(ReceivedOperation operation, Entry entry) {
        Optional<Kept> found = site.record(entry.id());
        if (found.isEmpty() || found.get().version() != operation.baseVersion()) {
            return found.map(ModelIntake::stale).orElseGet(ModelIntake::unheardOf);
        }
        Kept held = found.get();
        boolean wasThere = held.isLive()
                && held.entry().isInside()
                && held.entry().plate().key().equals(entry.plate().key());
        return switch (site.meets(entry)) {
            case DuplicateVehicle.SameVisit(Entry other)
            when other.plate().equals(entry.plate()) && other.entryTime().equals(entry.entryTime()) ->
                rejected(Field.ENTRY_TIME.text(), FieldFault.TAKEN, "taken by " + other.ticket());
            case DuplicateVehicle.SameVisit(Entry other) ->
                apply(operation, entry, Life.LIVE, wasThere ? null : warning(other));
            case DuplicateVehicle.InsideTwice(Entry other) ->
                apply(operation, entry, Life.LIVE, wasThere ? null : warning(other));
            case DuplicateVehicle.Distinct() -> apply(operation, entry, Life.LIVE, null);
        };
    }

    private OpOutcome delete(ReceivedOperation operation) {
        Optional<Kept> found = site.record(operation.record());
        if (found.isEmpty() || !found.get().isLive() || found.get().version() != operation.baseVersion()) {
            return found.map(ModelIntake::stale).orElseGet(ModelIntake::unheardOf);
        }
        return apply(operation, found.get().entry(), Life.VOIDED, null);
    }

    private OpOutcome apply(ReceivedOperation operation, Entry entry, Life life, OpOutcome.@Nullable Warning warning) {
        Optional<Kept> before = site.record(entry.id());
        long remoteId = before.isPresent() ? before.get().remoteId() : site.nextRemoteId();
        long version = before.isPresent() ? before.get().version() + 1 : 1;
        long seq = site.lastSeq() + 1;
        Kept record =
                new Kept(remoteId, version, life, seq, now, device, operation.actor(), entry, EntryJson.encode(entry));
        site.put(record, deed(operation, operation.kind(), record));
        site.settle(operation.opId(), record);
        operation.lost().forEach(state -> site.remember(entry.id(), state));
        return new OpOutcome.Applied(version, remoteId, seq, Optional.ofNullable(warning));
    }

    /** Two desks wrote one visit in: the first record gets a new place, so that all hear of the second one's ticket. */
    private OpOutcome joinInto(Entry other, ReceivedOperation operation, Entry second) {
        Kept first = site.record(other.id()).orElseThrow();
        if (site.join(first.id(), second.id(), second.ticket().number())) {
            Kept moved = first.at(site.lastSeq() + 1);
            site.put(moved, deed(operation, OperationKind.UPDATE, moved));
        }
        return conflict(ConflictType.BUSINESS_RULE_VIOLATION, first);
    }

    private Deed deed(ReceivedOperation operation, OperationKind kind, Kept record) {
        return new Deed(
                record.seq(),
                record.id(),
                record.version(),
                device,
                operation.actor(),
                operation.opId(),
                kind,
                operation.madeAt().truncatedTo(ChronoUnit.MILLIS),
                now,
                record.isLive() ? record.image() : null);
    }

    private OpOutcome.Warning warning(Entry other) {
        return new OpOutcome.Warning(
                ConflictType.BUSINESS_RULE_VIOLATION,
                site.record(other.id()).orElseThrow().image());
    }

    private static OpOutcome stale(Kept held) {
        return conflict(held.isLive() ? ConflictType.VERSION_MISMATCH : ConflictType.DATA_INCONSISTENCY, held);
    }

    /** What nobody holds was never written. */
    private static OpOutcome unheardOf() {
        return new OpOutcome.Conflict(ConflictType.VERSION_MISMATCH, 0, OpOutcome.Standing.LIVE, null);
    }

    private static OpOutcome conflict(ConflictType type, Kept held) {
        OpOutcome.Standing standing = held.isLive() ? OpOutcome.Standing.LIVE : OpOutcome.Standing.VOIDED;
        return new OpOutcome.Conflict(type, held.version(), standing, held.image());
    }

    private static List<FieldError> frameFaults(ReceivedOperation operation) {
        List<FieldError> faults = new ArrayList<>();
        String actor = operation.actor();
        if (actor.isBlank() || actor.length() > ACTOR_MAX) {
            faults.add(new FieldError("actor", FieldFault.TOO_LONG, "too short or too long"));
        } else if (!EntryRules.isReadable(actor) || actor.chars().anyMatch(sign -> sign < ' ')) {
            faults.add(new FieldError("actor", FieldFault.BAD_TEXT, "cannot be read"));
        }
        if (operation.record().equals(NIL)) {
            faults.add(new FieldError("record_uuid", FieldFault.NOT_A_UUID, "all zeros"));
        }
        Instant madeAt = operation.madeAt();
        if (madeAt.isBefore(EntryRules.TIME_MIN) || !madeAt.isBefore(EntryRules.TIME_END)) {
            faults.add(new FieldError("made_at", FieldFault.ABSURD_TIME, "no time at a gate"));
        }
        return faults;
    }

    private static OpOutcome rejected(String field, FieldFault fault, String detail) {
        return new OpOutcome.Rejected(List.of(new FieldError(field, fault, detail)));
    }
}
