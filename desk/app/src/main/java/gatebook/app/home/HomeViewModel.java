package gatebook.app.home;

import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.rules.yard.Yard;
import gatebook.store.query.DayHours;
import gatebook.store.query.DayIncome;
import gatebook.store.query.DayTotals;
import gatebook.store.query.Movement;
import gatebook.store.query.YardQueries;
import gatebook.store.record.EntryRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The day at a glance, kept up with the register while the screen is shown. Lives on the window's thread. */
public final class HomeViewModel {
    private static final int MOVEMENTS = 10;
    private static final int DAYS = 14;
    private static final int OVERSTAYS = 50;

    private final OpenDesk desk;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<Optional<Day>> day = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean shown;

    /** One look at the yard. */
    public record Day(
            DayTotals totals,
            DayHours hours,
            List<DayIncome> income,
            List<Movement> movements,
            List<EntryRow> overstays) {
        public Day {
            income = List.copyOf(income);
            movements = List.copyOf(movements);
            overstays = List.copyOf(overstays);
        }
    }

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
        Yard yard = desk.profile().yard();
        LocalDate today = LocalDate.ofInstant(desk.now(), yard.zone());
        YardQueries queries = new YardQueries(desk.database());
        return new Day(
                desk.entries().totals(today, desk.now()),
                queries.hours(today),
                queries.income(today, DAYS),
                queries.movements(MOVEMENTS),
                queries.longestInside(desk.now().minus(yard.overstayAfter()), OVERSTAYS));
    }
}
