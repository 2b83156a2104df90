package gatebook.rules.tariff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** When the bands of a tariff start again. */
public sealed interface Cycle {
    /** Never: they are gone through once. */
    record None() implements Cycle {}

    /** Each 24 hours from the first counted second. */
    record Rolling24h() implements Cycle {}

    /** Each day when the site's clocks show that time. */
    record Calendar(LocalTime at) implements Cycle {}

    /** The stay cut into its cycles; at least one, and none but the first is empty. */
    default List<Span> spans(Span stay, ZoneId zone) {
        return switch (this) {
            case None() -> List.of(stay);
            case Rolling24h() -> cut(stay, begin -> begin.plus(Duration.ofDays(1)));
            case Calendar(LocalTime at) -> cut(stay, begin -> next(begin.atZone(zone), at));
        };
    }

    private static List<Span> cut(Span stay, UnaryOperator<Instant> end) {
        List<Span> spans = new ArrayList<>();
        Instant begin = stay.from();
        for (Instant cut = end.apply(begin); cut.isBefore(stay.to()); cut = end.apply(cut)) {
            spans.add(new Span(begin, cut));
            begin = cut;
        }
        spans.add(new Span(begin, stay.to()));
        return spans;
    }

    private static Instant next(ZonedDateTime begin, LocalTime at) {
        Instant today = begin.toLocalDate().atTime(at).atZone(begin.getZone()).toInstant();
        if (today.isAfter(begin.toInstant())) {
            return today;
        }
        return begin.toLocalDate()
                .plusDays(1)
                .atTime(at)
                .atZone(begin.getZone())
                .toInstant();
    }
}
