package gatebook.rules.tariff;

import gatebook.rules.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Hours of each day for which a stay that touches them pays more, once a day. A window whose end is not after its begin
 * ends on the next day. Who leaves at its begin has not touched it, nor who comes at its end.
 */
public record NightWindow(LocalTime from, LocalTime to, Money amount) {
    public NightWindow {
        Band.notNegative(amount);
    }

    /** The windows that a stay touches, in their order. */
    List<Span> touchedBy(Span stay, ZoneId zone) {
        LocalDate last = stay.to().atZone(zone).toLocalDate();
        List<Span> touched = new ArrayList<>();
        for (LocalDate day = stay.from().atZone(zone).toLocalDate().minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            Span window = on(day, zone);
            boolean came = stay.from().isBefore(window.to());
            boolean stayed = stay.to().isAfter(window.from()) || stay.from().equals(window.from());
            if (came && stayed) {
                touched.add(window);
            }
        }
        return touched;
    }

    private Span on(LocalDate day, ZoneId zone) {
        LocalDate end = to.isAfter(from) ? day : day.plusDays(1);
        return new Span(
                day.atTime(from).atZone(zone).toInstant(),
                end.atTime(to).atZone(zone).toInstant());
    }
}
