package gatebook.api.parking;

import gatebook.api.http.Query;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.entries.EntryFilter;
import gatebook.ledger.entries.PageToken;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.entry.SiteTime;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for, out of the address.
 *
 * @param page null for the first one
 */
record EntryQuery(EntryFilter filter, @Nullable PageToken page, int limitRows) {
    private static final int ROWS_NORMALLY = 100;
    private static final int ROWS_MAX = 1_000;
    private static final int TRANSPORT_NAME_MAX = 200;
    private static final List<String> NAMES = List.of(
            "status",
            "vehicle_number",
            "transport_name",
            "vehicle_type",
            "payment_status",
            "from",
            "to",
            "limit",
            "page_token");

    static EntryQuery of(HttpServletRequest request, ZoneId zone) {
        Query query = Query.of(request, NAMES);
        EntryFilter filter = new EntryFilter(
                word(query, "status", Status.values(), Status::text),
                made(query, "vehicle_number", Plate.LENGTH_MAX, Plate::new),
                made(query, "transport_name", TRANSPORT_NAME_MAX, Function.identity()),
                made(query, "vehicle_type", VehicleType.LENGTH_MAX, VehicleType::new),
                word(query, "payment_status", PaymentStatus.values(), PaymentStatus::text),
                time(query, "from", zone, day -> day),
                time(query, "to", zone, day -> day.plusDays(1)));
        PageToken page = query.text("page_token").map(EntryQuery::page).orElse(null);
        return new EntryQuery(filter, page, query.limit(ROWS_NORMALLY, ROWS_MAX));
    }

    private static PageToken page(String text) {
        try {
            return new PageToken(text);
        } catch (IllegalArgumentException notOurs) {
            throw refusedPage();
        }
    }

    static RefusedRequest refusedPage() {
        return RefusedRequest.parameter(
                "page_token", FieldFault.BAD_TEXT, "not one given out with this search; start without it");
    }

    private static <E> @Nullable E word(Query query, String name, E[] allowed, Function<E, String> wordOf) {
        Optional<String> text = query.text(name);
        Optional<E> found = text.flatMap(word -> Arrays.stream(allowed)
                .filter(one -> wordOf.apply(one).equals(word))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            String words = Arrays.stream(allowed).map(wordOf).collect(Collectors.joining(", "));
            throw RefusedRequest.parameter(name, FieldFault.NOT_ONE_OF, "one of " + words);
        }
        return found.orElse(null);
    }

    private static <T> @Nullable T made(Query query, String name, int charsMax, Function<String, T> make) {
        return query.text(name)
                .map(text -> {
                    if (text.isBlank()) {
                        throw RefusedRequest.parameter(name, FieldFault.BLANK, "must not be blank");
                    }
                    if (text.length() > charsMax) {
                        throw RefusedRequest.parameter(
                                name, FieldFault.TOO_LONG, "at most " + charsMax + " characters");
                    }
                    return make.apply(text);
                })
                .orElse(null);
    }

    /**
     * A time, or a day of the site's calendar. A plus sign that was not encoded arrives as a space; an offset is recognised
     * all the same.
     *
     * @param bound the day whose first instant counts where a day was given
     */
    private static @Nullable Instant time(Query query, String name, ZoneId zone, UnaryOperator<LocalDate> bound) {
        return query.text(name)
                .map(text -> day(text)
                        .map(day -> bound.apply(day).atStartOfDay(zone).toInstant())
                        .or(() -> SiteTime.parse(text.replaceFirst(" (?=\\d\\d:\\d\\d$)", "+"), zone))
                        .filter(EntryQuery::isThinkable)
                        .orElseThrow(() -> RefusedRequest.parameter(
                                name, FieldFault.NOT_A_TIME, "a time such as 2026-11-22T06:40:10.536Z, or a day")))
                .orElse(null);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static boolean isThinkable(Instant time) {
        return time.isAfter(Instant.EPOCH.minusSeconds(1)) && time.isBefore(Instant.parse("9999-12-31T00:00:00Z"));
    }
}
