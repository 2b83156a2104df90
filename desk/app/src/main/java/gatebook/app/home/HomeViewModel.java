package gatebook.app.home;

import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.store.query.DayTotals;
import gatebook.store.query.EntryFilter;
import gatebook.store.record.EntryRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The day's totals and its last movements, kept up with the register while the screen is shown. */
public final class HomeViewModel {
    private static final int MOVEMENTS = 10;

    private final OpenDesk desk;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<Optional<Day>> day = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean shown;

    /** One look at the yard. */
    public record Day(DayTotals totals, List<EntryRow> newest) {}

    public HomeViewModel(OpenDesk desk) {
        this.desk = desk;
        this.newest = new Newest(desk.background());
        desk.bell().listen(this::refreshIfShown);
    }

    ReadOnlyObjectProperty<Optional<Day>> day() {
        return day.getReadOnlyProperty();
    }

    void shown(boolean now) {
        shown = now;
        refreshIfShown();
    }

    private void refreshIfShown() {
        if (shown) {
            newest.ask(this::look, seen -> day.set(Optional.of(seen)));
        }
    }

    private Day look() {
        LocalDate today = LocalDate.ofInstant(desk.now(), desk.profile().zone());
        return new Day(
                desk.entries().totals(today, desk.now()), desk.entries().list(EntryFilter.ANY.withLimit(MOVEMENTS)));
    }
}
