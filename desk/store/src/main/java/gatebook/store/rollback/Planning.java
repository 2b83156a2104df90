package gatebook.store.rollback;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.merge.Image;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.undo.Life;
import gatebook.rules.undo.Part;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.rules.undo.Standing;
import gatebook.rules.undo.Step;
import gatebook.rules.undo.Undo;
import gatebook.rules.undo.UndoVerdict;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.SyncStatus;
import gatebook.store.rollback.JoinedRecords.Joined;
import gatebook.store.rollback.UndoStep.Leave;
import gatebook.store.rollback.UndoStep.Reason;
import gatebook.store.sqlite.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans an undo record by record: {@link Undo} decides, and what else stands in the way is looked up. Writes nothing. */
final class Planning {
    private final Session session;
    private final DeskProfile desk;
    private final RunId run;
    private final Scope scope;
    private final AuditTrail trail;
    private final Places places;
    private final Set<EntryId> voided = new HashSet<>();

    Planning(Session session, RunId run, Scope scope) {
        this.session = session;
        this.desk = DeskProfile.read(session);
        this.run = run;
        this.scope = scope;
        this.trail = new AuditTrail(session, desk);
        this.places = new Places(session);
    }

    /** What becomes of a record that the run changed; empty if nothing of the run is left in it. */
    Optional<UndoItem> item(EntryId record) {
        List<Step> history = trail.history(record);
        Optional<EntryRow> row = EntryTable.find(session, record, desk.currency());
        if (row.isPresent()) {
            return item(row.get(), history);
        }
        Optional<Joined> joined = JoinedRecords.find(session, record);
        return joined.isPresent() ? item(joined.get(), history) : aside(history);
    }

    private Optional<UndoItem> item(EntryRow row, List<Step> history) {
        Standing now = new Standing(row.entry(), row.isVoided() ? Life.VOIDED : Life.LIVE);
        return step(now, history)
                .map(step -> step.changes() && row.sync().status() == SyncStatus.CONFLICT ? inConflict() : step)
                .map(step -> noted(row.entry(), step));
    }

    private Optional<UndoItem> item(Joined joined, List<Step> history) {
        Entry entry = trail.entry(joined.image());
        return step(new Standing(entry, Life.VOIDED), history)
                .map(step -> step.changes() && !isVoided(joined.holder()) ? joinedInto(joined.holder()) : step)
                .map(step -> noted(entry, step));
    }

    private Optional<UndoItem> aside(List<Step> history) {
        Standing now = lastOf(history);
        return step(now, history)
                .map(step -> step.changes()
                        ? left(Reason.ASIDE, "it stands aside until its newer image arrives; sync first")
                        : step)
                .map(step -> UndoItem.of(now.entry(), step));
    }

    private Optional<UndoStep> step(Standing now, List<Step> history) {
        return switch (Undo.judge(history, now, run, scope)) {
            case UndoVerdict.AsBefore() -> Optional.empty();
            case UndoVerdict.BroughtIn() ->
                Optional.of(left(Reason.BROUGHT_IN, "the run brought it in for the first time"));
            case UndoVerdict.LaterWork(List<Part> kept) -> Optional.of(laterWork(now, kept));
            case UndoVerdict.Contradiction(List<FieldError> faults) ->
                Optional.of(left(
                        Reason.BREAKS_RULE,
                        faults.stream()
                                .map(fault -> fault.field() + ": " + fault.detail())
                                .collect(Collectors.joining("; "))));
            case UndoVerdict.Restored(Entry entry, var _, List<Part> kept) ->
                Optional.of(placed(entry, new UndoStep.Restore(now.entry(), entry, kept)));
            case UndoVerdict.Revived(Entry entry, List<Part> kept) ->
                Optional.of(placed(entry, new UndoStep.Revive(entry, kept)));
            case UndoVerdict.Voided(Entry entry) ->
                Optional.of(new UndoStep.Void(now.entry(), roomFor(entry, now.entry())));
        };
    }

    private UndoStep placed(Entry entry, UndoStep step) {
        return places.otherAt(entry)
                .<UndoStep>map(holder -> left(
                        Reason.PLACE_TAKEN,
                        ticket(holder) + " has vehicle number " + entry.plate() + " at " + entry.entryTime()))
                .orElse(step);
    }

    /** A voided record holds a place too; if it cannot have its old one back, it keeps that which it has. */
    private Entry roomFor(Entry entry, Entry now) {
        return places.otherAt(entry).isEmpty()
                ? entry
                : entry.withPlate(now.plate()).withEntryTime(now.entryTime());
    }

    private UndoItem noted(Entry now, UndoStep step) {
        switch (step) {
            case UndoStep.Restore(var _, Entry after, var _) -> places.moves(now, after);
            case UndoStep.Revive(Entry after, var _) -> places.moves(now, after);
            case UndoStep.Void(var _, Entry after) -> {
                places.moves(now, after);
                voided.add(now.id());
            }
            case Leave _ -> {
                // it stays where it is
            }
        }
        return UndoItem.of(now, step);
    }

    private boolean isVoided(EntryId holder) {
        return voided.contains(holder)
                || EntryTable.find(session, holder, desk.currency())
                        .filter(EntryRow::isVoided)
                        .isPresent();
    }

    private static UndoStep laterWork(Standing now, List<Part> kept) {
        String detail = now.life() == Life.VOIDED ? "it was voided since" : "it was worked on since";
        return new Leave(Reason.LATER_WORK, detail, kept);
    }

    private static UndoStep inConflict() {
        return left(Reason.IN_CONFLICT, "it waits for a decision; decide its conflict, then undo the run again");
    }

    private UndoStep joinedInto(EntryId holder) {
        return left(Reason.JOINED, ticket(holder) + " stands for both");
    }

    private static UndoStep left(Reason reason, String detail) {
        return new Leave(reason, detail, List.of());
    }

    private String ticket(EntryId holder) {
        return EntryTable.find(session, holder, desk.currency())
                .map(row -> row.entry().ticket().number().text())
                .orElse(holder.toString());
    }

    private static Standing lastOf(List<Step> history) {
        for (Step step : history.reversed()) {
            if (step.after() instanceof Image.Present(Entry entry)) {
                return new Standing(entry, Life.LIVE);
            }
            if (step.before() instanceof Image.Present(Entry entry)) {
                return new Standing(entry, Life.VOIDED);
            }
        }
        throw new IllegalStateException("a record without an image in its history");
    }
}
