package gatebook.app.exit;

import gatebook.app.desk.GateWork;
import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.yard.Yard;
import gatebook.store.operation.Departure;
import gatebook.store.operation.Outcome;
import gatebook.store.query.Found;
import gatebook.store.query.YardQueries;
import gatebook.store.record.EntryRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A vehicle at the gate on its way out, and its bill; or nobody yet, and those inside longest. Lives on the window's thread. */
public final class ExitViewModel {
    private static final int LONGEST_SHOWN = 12;

    /** A vehicle of which the clock of another desk says that it came a little later than now is inside all the same. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final OpenDesk desk;
    private final GateWork work;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<Optional<Bill>> bill = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<EntryRow>> longest = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper settling = new ReadOnlyBooleanWrapper();

    public ExitViewModel(OpenDesk desk, GateWork work) {
        this.desk = desk;
        this.work = work;
        this.newest = new Newest(desk.background());
        desk.bell().listen(this::heed);
    }

    private record Loaded(@Nullable EntryRow found, Yard yard) {
        Optional<EntryRow> row() {
            return Optional.ofNullable(found);
        }
    }

    ReadOnlyObjectProperty<Optional<Bill>> bill() {
        return bill.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<EntryRow>> longest() {
        return longest.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty settling() {
        return settling.getReadOnlyProperty();
    }

    Instant now() {
        return desk.now();
    }

    /** Nobody is leaving: shows those inside longest. */
    void close() {
        bill.set(Optional.empty());
        newest.ask(
                () -> new YardQueries(desk.database()).longestInside(desk.now().plus(AHEAD), LONGEST_SHOWN),
                longest::set);
    }

    /** Shows the bill of an entry; hears whether it is inside. */
    void leave(EntryId id, Consumer<Boolean> then) {
        newest.ask(() -> load(id), loaded -> {
            Optional<EntryRow> here = loaded.row().filter(row -> row.entry().isInside() && !row.isVoided());
            bill.set(here.map(row -> Bill.of(row.entry(), loaded.yard(), desk.now())));
            then.accept(here.isPresent());
        });
    }

    private Loaded load(EntryId id) {
        @Nullable
        EntryRow row = switch (desk.entries().find(id.toString())) {
            case Found.One(EntryRow one) -> one;
            case Found.None() -> null;
            case Found.Several(List<EntryRow> rows) -> null;
        };
        return new Loaded(row, desk.profile().yard());
    }

    /** Time has gone on. */
    void tick() {
        if (!settling.get()) {
            bill.set(bill.get().map(shown -> shown.at(desk.now())));
        }
    }

    /** The register has changed: another desk may have corrected what the bill rests on. */
    private void heed() {
        bill.get()
                .map(Bill::entry)
                .ifPresent(shown -> newest.ask(() -> load(shown.id()), loaded -> {
                    boolean changed = loaded.row()
                            .map(EntryRow::entry)
                            .filter(Entry::isInside)
                            .filter(entry -> !entry.equals(shown))
                            .isPresent();
                    if (changed && !settling.get()) {
                        bill.set(bill.get().flatMap(now -> loaded.row().map(row -> now.with(row.entry()))));
                    }
                }));
    }

    /** Sets the fee against the tariff. */
    void setByHand(FeeByHand fee) {
        bill.set(bill.get().map(shown -> shown.with(fee)));
    }

    /** Takes back that the fee was set against the tariff. */
    void chargeByTariff() {
        bill.set(bill.get().map(Bill::byTariff));
    }

    /** Writes the vehicle out; asked again while it does, it does nothing. */
    void settle(Departure.Settlement settlement, Consumer<Outcome> then) {
        Optional<Bill> shown = bill.get();
        if (settling.get() || shown.isEmpty()) {
            return;
        }
        settling.set(true);
        work.leave(
                shown.get().entry().id(),
                shown.get().departure(settlement, work.attendant()),
                new GateWork.Hearing(
                        outcome -> {
                            settling.set(false);
                            then.accept(outcome);
                        },
                        () -> settling.set(false)));
    }

    /** Corrects when the vehicle that is leaving came in; audited as any correction. */
    void correctEntryTime(Instant time, Consumer<Outcome> then) {
        bill.get()
                .map(Bill::entry)
                .ifPresent(entry -> work.correct(
                        entry.id(), Map.of(Field.ENTRY_TIME, time.toString()), GateWork.Hearing.of(outcome -> {
                            if (outcome instanceof Outcome.Done(EntryRow row, var already)) {
                                bill.set(bill.get()
                                        .map(shown -> shown.with(row.entry()).at(desk.now())));
                            }
                            then.accept(outcome);
                        })));
    }

    /** Takes an exit back: the entry stands as it did before. */
    void reopen(Entry before, Consumer<Outcome> then) {
        work.correct(before.id(), Reopening.of(before), GateWork.Hearing.of(then));
    }
}
