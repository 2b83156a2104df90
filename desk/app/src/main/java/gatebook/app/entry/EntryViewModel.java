package gatebook.app.entry;

import gatebook.app.desk.GateWork;
import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.rules.yard.Yard;
import gatebook.store.operation.Outcome;
import gatebook.store.query.KnownVehicle;
import gatebook.store.query.YardQueries;
import gatebook.store.record.EntryRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The form of an arrival: its draft, what is known of the vehicle, and what became of saving. Lives on the window's thread. */
public final class EntryViewModel {
    private static final int NAMES_MAX = 500;

    private final OpenDesk desk;
    private final GateWork work;
    private final Newest looking;
    private final Newest preparing;
    private final YardQueries yard;
    private final DraftFile file;
    private final ObjectProperty<Draft> draft = new SimpleObjectProperty<>(Draft.EMPTY);
    private final ReadOnlyObjectWrapper<List<EntryRow>> inside = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> transportNames = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private Draft filled = Draft.EMPTY;
    private Draft kept = Draft.EMPTY;

    public EntryViewModel(OpenDesk desk, GateWork work) {
        this.desk = desk;
        this.work = work;
        this.looking = new Newest(desk.background());
        this.preparing = new Newest(desk.background());
        this.yard = new YardQueries(desk.database());
        this.file = new DraftFile(desk.options().home().folder());
    }

    /** What the form needs before it is shown the first time. */
    record Prepared(Draft draft, Yard yard) {}

    ObjectProperty<Draft> draft() {
        return draft;
    }

    /** Visits of this very vehicle that have not ended. */
    ReadOnlyObjectProperty<List<EntryRow>> inside() {
        return inside.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<String>> transportNames() {
        return transportNames.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** Reads the draft of a window that did not end well, and the yard's rates. */
    void prepare(Consumer<Prepared> then) {
        desk.background().beside(() -> new Prepared(file.read(), desk.profile().yard()), prepared -> {
            kept = prepared.draft();
            then.accept(prepared);
        });
    }

    /** Reads the names that complete what is typed. */
    void learnNames() {
        preparing.ask(() -> yard.transportNames(NAMES_MAX), transportNames::set);
    }

    /** Asks what is known of the vehicle, fills that in, and then goes on. */
    void lookUp(Runnable then) {
        String number = draft.get().text(EntryField.VEHICLE_NUMBER);
        looking.ask(() -> yard.known(number), known -> {
            take(known);
            then.run();
        });
    }

    private void take(KnownVehicle known) {
        inside.set(known.inside());
        Optional<Draft> last = known.lastVisit().map(row -> Draft.known(row.entry()));
        Draft typed = draft.get().without(filled);
        draft.set(last.map(typed::filledFrom).orElse(typed));
        filled = last.orElse(Draft.EMPTY);
    }

    /** Keeps what was typed on the disk, off the window's thread. */
    void keep() {
        Draft now = draft.get();
        if (!now.equals(kept)) {
            kept = now;
            desk.background().inOrder(() -> file.keep(now), done -> {});
        }
    }

    /** Empties the form; what stood in it. */
    Draft clear() {
        Draft stood = draft.get();
        looking.forget();
        filled = Draft.EMPTY;
        inside.set(List.of());
        draft.set(Draft.EMPTY);
        keep();
        return stood;
    }

    /** Writes the vehicle in; asked again while it does, it does nothing. */
    void save(Consumer<Outcome> then) {
        if (saving.get()) {
            return;
        }
        saving.set(true);
        looking.forget();
        work.enter(
                draft.get().arrival(work.attendant()),
                new GateWork.Hearing(
                        outcome -> {
                            saving.set(false);
                            if (outcome instanceof Outcome.Done) {
                                clear();
                                learnNames();
                            }
                            then.accept(outcome);
                        },
                        () -> saving.set(false)));
    }

    /** Voids what was just written in. */
    void takeBack(EntryRow written, String reason, Consumer<Outcome> then) {
        work.voidEntry(written.entry().id(), reason, GateWork.Hearing.of(then));
    }
}
