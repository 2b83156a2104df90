package gatebook.app.desk;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Correct;
import gatebook.store.operation.Departure;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.operation.RegisterExit;
import gatebook.store.operation.VoidEntry;
import gatebook.store.sqlite.StoreFault;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The operations of the gate, one after another, each by the attendant of the moment. A disk that does not take them is
 * told as a refusal, since a person can mend it. Called on the window's thread; so is what hears of the outcome.
 */
public final class GateWork {
    private final OpenDesk desk;
    private final Supplier<String> attendant;

    public GateWork(OpenDesk desk, Supplier<String> attendant) {
        this.desk = desk;
        this.attendant = attendant;
    }

    /** Who hears what became of an operation; {@code broken} where it ended in a fault that is told elsewhere. */
    public record Hearing(Consumer<Outcome> outcome, Runnable broken) {
        /** For an operation that nobody waits for otherwise. */
        public static Hearing of(Consumer<Outcome> outcome) {
            return new Hearing(outcome, () -> {});
        }
    }

    /** The name under which operations are written now. */
    public String attendant() {
        return attendant.get();
    }

    public void enter(Arrival arrival, Hearing then) {
        RegisterEntry operation = new RegisterEntry(
                desk.database(), desk.options().clock(), desk.options().ids());
        run(() -> operation.register(arrival), then);
    }

    public void leave(EntryId entry, Departure departure, Hearing then) {
        RegisterExit operation = new RegisterExit(
                desk.database(), desk.options().clock(), desk.options().ids());
        run(() -> operation.register(entry, departure), then);
    }

    public void correct(EntryId entry, Map<Field, String> fields, Hearing then) {
        Correct operation = new Correct(
                desk.database(), desk.options().clock(), desk.options().ids());
        String actor = attendant.get();
        run(() -> operation.correct(entry, fields, actor), then);
    }

    public void voidEntry(EntryId entry, String reason, Hearing then) {
        VoidEntry operation = new VoidEntry(
                desk.database(), desk.options().clock(), desk.options().ids());
        String actor = attendant.get();
        run(() -> operation.voidEntry(entry, reason, actor), then);
    }

    /** Any other operation of this desk. */
    public void run(Supplier<Outcome> operation, Hearing then) {
        desk.background()
                .inOrder(
                        () -> tried(operation),
                        outcome -> {
                            then.outcome().accept(outcome);
                            desk.bell().ring();
                        },
                        then.broken());
    }

    private static Outcome tried(Supplier<Outcome> operation) {
        try {
            return operation.get();
        } catch (StoreFault fault) {
            return new Outcome.Refused(
                    fault.refusal().orElseThrow(() -> fault), String.valueOf(fault.getMessage()), List.of());
        }
    }
}
