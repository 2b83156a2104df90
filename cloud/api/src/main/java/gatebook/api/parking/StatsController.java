package gatebook.api.parking;

import gatebook.api.http.Answers;
import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.ledger.site.Desk;
import gatebook.ledger.stats.DayTotals;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.JsonOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A day of the site in numbers; today in the site's zone where no day is named. */
@RestController
final class StatsController {
    private static final int YEAR_MIN = 1970;
    private static final int YEAR_END = 2200;

    private final Ledger ledger;
    private final Clock clock;

    StatsController(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/stats", produces = Answers.JSON)
    void stats(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Desk desk = Caller.of(request).desk();
        LocalDate date = Query.of(request, List.of("date"))
                .text("date")
                .map(StatsController::date)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), desk.zone()));
        DayTotals totals = ledger.stats(desk.site(), date).orElseThrow(() -> new RefusedRequest(ApiRefusal.NOT_FOUND));
        String json = JsonOut.text(
                out -> out.object(() -> out.field("date", totals.date().toString())
                        .field("entered", totals.parked())
                        .field("parked", totals.parked())
                        .field("inside", totals.occupancy())
                        .field("exited", totals.exited())
                        .field("income", totals.income().major())
                        .field("unpaid", totals.unpaid().major())
                        .field("occupancy", totals.occupancy())
                        .field("currency", totals.income().currency().getCurrencyCode())));
        Answers.json(response, HttpServletResponse.SC_OK, json);
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= YEAR_MIN && date.getYear() < YEAR_END) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // told below, with the name
        }
        throw RefusedRequest.parameter("date", FieldFault.NOT_A_TIME, "a day such as 2026-11-22");
    }
}
