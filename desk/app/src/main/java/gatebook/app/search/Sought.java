package gatebook.app.search;

import gatebook.app.words.Words;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.VehicleType;
import gatebook.store.query.EntryFilter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person looks for, as it stands in the boxes; a blank text and null look for nothing.
 *
 * @param number words of the vehicle number, the ticket, the driver or the notes
 * @param from the first day of arrival that counts
 * @param to the last one that does
 */
record Sought(
        String number,
        String transport,
        @Nullable Status status,
        String type,
        @Nullable PaymentStatus payment,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    static final Sought ANYTHING = new Sought("", "", null, "", null, null, null);
    static final Sought INSIDE = new Sought("", "", Status.PARKED, "", null, null, null);

    /** The question to the register, for so many rows at most. */
    EntryFilter filter(ZoneId zone, int rows) {
        return EntryFilter.ANY
                .withSearch(said(number).orElse(null))
                .withTransport(said(transport).orElse(null))
                .withStatus(status)
                .withType(said(type)
                        .filter(name -> name.length() <= VehicleType.LENGTH_MAX)
                        .map(VehicleType::new)
                        .orElse(null))
                .withPayment(payment)
                .between(
                        from == null ? null : from.atStartOfDay(zone).toInstant(),
                        to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant())
                .withLimit(rows);
    }

    /** The filters in words, one each; none where everything is listed. */
    List<String> told(Words words) {
        List<String> told = new ArrayList<>();
        said(number).ifPresent(text -> told.add(words.say("search.number") + ": " + text));
        said(transport).ifPresent(text -> told.add(words.say("field.transport_name") + ": " + text));
        if (status != null) {
            told.add(words.say("field.status") + ": " + words.say("status-word." + status.text()));
        }
        said(type).ifPresent(text -> told.add(words.say("field.vehicle_type") + ": " + text));
        if (payment != null) {
            told.add(words.say("field.payment_status") + ": " + words.say("payment-word." + payment.text()));
        }
        if (from != null) {
            told.add(words.say("search.from") + ": " + from);
        }
        if (to != null) {
            told.add(words.say("search.to") + ": " + to);
        }
        return told;
    }

    private static Optional<String> said(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
