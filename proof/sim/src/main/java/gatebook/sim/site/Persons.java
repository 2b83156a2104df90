package gatebook.sim.site;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.Choice;
import gatebook.rules.merge.Decision;
import gatebook.rules.money.Money;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.sim.chance.Chance;
import gatebook.sim.plan.Act;
import gatebook.sim.time.Agenda;
import gatebook.store.exchange.Resolution;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Correct;
import gatebook.store.operation.Departure;
import gatebook.store.operation.DiscardOperation;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.operation.RegisterExit;
import gatebook.store.operation.ResolveConflict;
import gatebook.store.operation.RetryOperation;
import gatebook.store.operation.VoidEntry;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.QueueItem;
import gatebook.store.query.RunItem;
import gatebook.store.record.EntryRow;
import gatebook.store.rollback.UndoOutcome;
import gatebook.store.rollback.UndoRun;
import gatebook.store.rollback.UndoneBy;
import gatebook.store.sqlite.StoreFault;
import gatebook.sync.engine.Event;
import gatebook.sync.engine.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The people at the desks. What one does depends on the act's own chance and on what the desk shows. */
final class Persons {
    private static final List<Decision> DECISIONS =
            List.of(new Decision.KeepLocal(), new Decision.AcceptRemote(), new Decision.MergeFields(Choice.NONE));
    private static final int LIST_MAX = 1_000;

    private final Site site;
    private final List<String> arrived = new ArrayList<>();

    Persons(Site site) {
        this.site = site;
    }

    /** Does it at the desk, if the machine is on. */
    void act(SimDesk desk, Act act, long salt) {
        if (!desk.isRunning()) {
            return;
        }
        desk.attempt(() -> shown(desk, act.name(), () -> does(desk, act, new Chance(salt))));
    }

    /** Gives up what failed, or tries it once more, or decides about it with all else that is open. */
    void clear(SimDesk desk, Chance mood) {
        desk.attempt(() -> {
            if (desk.queries().counts().failed() > 0 && mood.percent(60)) {
                shown(desk, "FAILED", () -> mood.percent(30) ? retry(desk) : discard(desk));
            }
            long open = desk.queries().counts().conflicts();
            for (long at = 0; at < open; at++) {
                shown(desk, "RESOLVE", () -> resolve(desk, mood));
            }
        });
    }

    /** Does it and shows the witness what was queued by it. */
    private void shown(SimDesk desk, String name, Supplier<String> doing) {
        long before = newest(desk);
        try {
            site.note(desk, name + " " + doing.get());
        } catch (StoreFault fault) {
            site.mark(Mark.DISK_FULL_AT_GATE);
            site.note(desk, name + " refused: " + fault.kind());
            return;
        }
        if (newest(desk) > before) {
            site.witness()
                    .saved(
                            desk,
                            desk.queries().queue(null).stream()
                                    .filter(item -> item.id() > before)
                                    .toList());
        }
    }

    private static long newest(SimDesk desk) {
        return desk.queries().newestOperation();
    }

    private String does(SimDesk desk, Act act, Chance chance) {
        return switch (act) {
            case ARRIVE -> arrive(desk, chance, plate(chance));
            case ARRIVE_TWICE -> {
                site.mark(Mark.ENTERED_TWICE);
                yield arrive(desk, chance, arrived.isEmpty() ? plate(chance) : arrived.getLast());
            }
            case LEAVE_CASH -> leave(desk, chance, Departure.Settlement.CASH);
            case LEAVE_ONLINE -> leave(desk, chance, Departure.Settlement.ONLINE);
            case LEAVE_UNPAID -> leave(desk, chance, Departure.Settlement.UNPAID);
            case LEAVE_FEE -> leaveWithFee(desk, chance);
            case NOTE -> correct(desk, chance, Field.NOTES, "note " + chance.below(5));
            case DRIVER -> correct(desk, chance, Field.DRIVER_NAME, "driver " + chance.below(5));
            case PLATE -> correct(desk, chance, Field.VEHICLE_NUMBER, plate(chance));
            case ENTRY_TIME ->
                correct(desk, chance, Field.ENTRY_TIME, entryTime(desk, chance).toString());
            case VOID -> voidEntry(desk, chance);
            case RESOLVE -> resolve(desk, chance);
            case RETRY -> retry(desk);
            case DISCARD -> discard(desk);
            case UNDO -> undo(desk, chance, Scope.CHANGES);
            case UNDO_ALL -> undo(desk, chance, Scope.ALL);
            case SYNC -> order(desk, chance, new Order.Scope.Cycle());
            case FULL_SYNC -> order(desk, chance, new Order.Scope.Full());
        };
    }

    private Instant entryTime(SimDesk desk, Chance chance) {
        return site.plan().hasQuarters()
                ? Agenda.BEGINNING.minusSeconds(900L * chance.between(0, 2))
                : desk.clock().instant().minusSeconds(60L * chance.between(1, 5));
    }

    private String plate(Chance chance) {
        return "MH12AB" + (1000 + chance.below(site.plan().knobs().plates()));
    }

    private String arrive(SimDesk desk, Chance chance, String plate) {
        if (entries(desk).size() >= site.plan().knobs().records()) {
            return correct(desk, chance, Field.LOCATION, "bay " + chance.below(5));
        }
        arrived.add(plate);
        Outcome outcome = new RegisterEntry(desk.database(), desk.clock(), desk.ids())
                .register(new Arrival(plate, "Trailer", "Konkan Carriers", null, null, null, null, null, "Asha"));
        if (outcome instanceof Outcome.Done(EntryRow row, var _)
                && entries(desk).stream()
                        .noneMatch(one -> one.entry().id().equals(row.entry().id()))) {
            throw new LawBroken("S8", "desk " + desk.number() + " does not show what it said it wrote: " + row);
        }
        return told(outcome);
    }

    private static List<EntryRow> entries(SimDesk desk) {
        return new EntryQueries(desk.database()).list(EntryFilter.ANY.withLimit(LIST_MAX));
    }

    private String leave(SimDesk desk, Chance chance, Departure.Settlement settlement) {
        return leave(desk, chance, new Departure(settlement, null, null, null, "Ravi"));
    }

    private String leaveWithFee(SimDesk desk, Chance chance) {
        site.mark(Mark.FEE_BY_HAND);
        Money fee = new Money(100L * chance.between(1, 9), desk.profile().currency());
        return leave(desk, chance, new Departure(Departure.Settlement.CASH, fee, "agreed", null, "Ravi"));
    }

    private String leave(SimDesk desk, Chance chance, Departure departure) {
        List<EntryRow> inside =
                entries(desk).stream().filter(row -> row.entry().isInside()).toList();
        if (inside.isEmpty()) {
            return "nobody";
        }
        EntryId id = chance.of(inside).entry().id();
        Outcome outcome = new RegisterExit(desk.database(), desk.clock(), desk.ids()).register(id, departure);
        if (outcome instanceof Outcome.Done && departure.settlement() != Departure.Settlement.UNPAID) {
            site.mark(Mark.PAID);
        }
        return told(outcome);
    }

    private String correct(SimDesk desk, Chance chance, Field field, String text) {
        List<EntryRow> rows = entries(desk);
        if (rows.isEmpty()) {
            return "nothing";
        }
        EntryId id = chance.of(rows).entry().id();
        return told(new Correct(desk.database(), desk.clock(), desk.ids())
                .correct(id, java.util.Map.of(field, text), "Meera"));
    }

    private String voidEntry(SimDesk desk, Chance chance) {
        List<EntryRow> rows = entries(desk);
        if (rows.isEmpty()) {
            return "nothing";
        }
        site.mark(Mark.VOIDED);
        EntryId id = chance.of(rows).entry().id();
        return told(new VoidEntry(desk.database(), desk.clock(), desk.ids()).voidEntry(id, "a mistake", "Meera"));
    }

    /** Decides one open item in one way or another; what cannot be decided so is decided as it can. */
    private String resolve(SimDesk desk, Chance chance) {
        List<ConflictItem> open = desk.queries().conflicts(ConflictItem.Which.OPEN);
        if (open.isEmpty()) {
            return "nothing open";
        }
        ConflictItem item = chance.of(open);
        int first = chance.below(DECISIONS.size());
        String why = "";
        for (int at = 0; at < DECISIONS.size(); at++) {
            Decision way = DECISIONS.get((first + at) % DECISIONS.size());
            Outcome outcome = new ResolveConflict(desk.database(), desk.clock(), desk.ids())
                    .resolve(new Resolution.Order(item.id(), null, way, "Chief", null));
            if (outcome instanceof Outcome.Done) {
                site.mark(Mark.RESOLVED_BY_PERSON);
                return item.about() + " " + way.strategy() + " " + told(outcome);
            }
            why = told(outcome);
            site.mark(Mark.DECISION_REFUSED);
        }
        return item.about() + " cannot be decided: " + why;
    }

    private String retry(SimDesk desk) {
        List<QueueItem> failed = desk.queries().queue(QueueItem.Status.FAILED);
        if (failed.isEmpty()) {
            return "nothing failed";
        }
        site.mark(Mark.RETRIED);
        return told(new RetryOperation(desk.database(), desk.clock())
                .retry(failed.getLast().id(), "Chief"));
    }

    private String discard(SimDesk desk) {
        List<QueueItem> failed = desk.queries().queue(QueueItem.Status.FAILED);
        if (failed.isEmpty()) {
            return "nothing failed";
        }
        site.mark(Mark.DISCARDED);
        return told(new DiscardOperation(desk.database(), desk.clock())
                .discard(failed.getLast().id(), "not needed", "Chief"));
    }

    private String undo(SimDesk desk, Chance chance, Scope scope) {
        List<RunItem> runs = desk.queries().runs();
        if (runs.isEmpty()) {
            return "no run";
        }
        RunId run = new RunId(runs.get(chance.below(Math.min(5, runs.size()))).id());
        UndoOutcome outcome =
                new UndoRun(desk.database(), desk.clock(), desk.ids()).undo(run, scope, new UndoneBy("Chief", "Owner"));
        boolean did =
                outcome instanceof UndoOutcome.Undone undone && undone.did().changed() > 0;
        site.mark(did ? Mark.UNDONE : Mark.UNDO_TOUCHED_NOTHING);
        return "run " + run.number() + (did ? " undone" : " as it was");
    }

    private static String order(SimDesk desk, Chance chance, Order.Scope scope) {
        desk.tell(new Event.Asked(new Order(chance.nextLong() >>> 1, scope)));
        return "asked";
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> told(done.row().entry());
            case Outcome.Refused refused -> "refused " + refused.refusal() + " " + refused.detail();
        };
    }

    private static String told(Entry entry) {
        return Words.end(entry.id()) + " " + entry.ticket().number();
    }
}
