package gatebook.cli;

import gatebook.store.query.DayTotals;
import gatebook.store.query.EntryQueries;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Shows the totals of a day. */
@CommandLine.Command(name = "stats", description = "parked, exited, income, unpaid, occupancy", sortOptions = false)
final class StatsCommand implements Command {
    private final Program program;

    @Option(names = "--date", paramLabel = "D", description = "a day such as 2026-11-22 (today)")
    private @Nullable String date;

    StatsCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> {
            Instant now = desk.around().clock().instant();
            Typed typed = new Typed(desk.profile().zone());
            LocalDate day =
                    typed.date("date", date, now.atZone(desk.profile().zone()).toLocalDate());
            if (!typed.faults().isEmpty()) {
                return Ending.badValues(typed.faults());
            }
            DayTotals totals = new EntryQueries(desk.database()).totals(day, now);
            desk.voice().answer(out -> document(out, totals), out -> words(out, totals));
            return new Ending.Done();
        });
    }

    private static void document(JsonOut out, DayTotals totals) {
        out.object(() -> out.field("date", totals.day().toString())
                .field("entered", totals.entered())
                .field("parked", totals.present().parked())
                .field("inside", totals.present().parked())
                .field("exited", totals.exited())
                .field("income", totals.income().major())
                .field("unpaid", totals.unpaid().major())
                .field("currency", totals.income().currency().getCurrencyCode())
                .field("occupancy", totals.present().occupancyPercent())
                .field("capacity", totals.present().capacity())
                .field("overstays", totals.present().overstays()));
    }

    private static void words(PrintStream out, DayTotals totals) {
        out.println(totals.day() + ": " + totals.entered() + " came in, " + totals.exited() + " left");
        out.println("income     " + totals.income());
        out.println("unpaid     " + totals.unpaid());
        out.println("inside now " + totals.present().parked() + " of "
                + totals.present().capacity() + " places (" + totals.present().occupancyPercent() + " %), "
                + totals.present().overstays() + " overstaying");
    }
}
