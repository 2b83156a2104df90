package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.sim.time.Agenda;
import gatebook.store.query.DayTotals;
import gatebook.store.query.EntryQueries;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The vehicles that a desk counts as inside are those whose entries have no exit and are not voided. */
final class YardIsCounted extends Law {
    @Override
    String id() {
        return "S13";
    }

    @Override
    void look(Look look) {
        SimDesk desk = look.desk();
        LocalDate day = LocalDate.ofInstant(Agenda.BEGINNING, ZoneOffset.UTC);
        DayTotals totals = new EntryQueries(desk.database()).totals(day, Agenda.BEGINNING);
        long inside =
                look.entries().stream().filter(row -> row.entry().isInside()).count();
        hold(
                totals.present().parked() == inside,
                "desk " + desk.number() + " counts " + totals.present().parked() + " inside and shows " + inside);
    }
}
