package gatebook.wire.entry;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Description;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.Stay;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.JsonIn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an entry while they are being read, typed but not yet known to go together. Faults go to the reader.
 */
public final class EntryDraft {
    private static final List<Status> STATUSES = List.of(Status.values());
    private static final List<PaymentStatus> PAYMENTS = List.of(PaymentStatus.values());

    private final JsonIn in;
    private final String place;
    private final ZoneId zone;
    private final Currency currency;
    private final Map<Field, Object> values = new EnumMap<>(Field.class);

    /**
     * @param place of the entry in its document; empty for the outermost object
     */
    public EntryDraft(JsonIn in, String place, ZoneId zone, Currency currency) {
        this.in = in;
        this.place = place;
        this.zone = zone;
        this.currency = currency;
    }

    /** Reads the value of one field; false for a name that no entry has. */
    public boolean field(String name) {
        Optional<Field> field = Field.named(name);
        if (field.isEmpty()) {
            return false;
        }
        if (!in.isNull()) {
            Object value = value(field.get());
            if (value != null) {
                values.put(field.get(), value);
            }
        }
        return true;
    }

    private @Nullable Object value(Field field) {
        String at = JsonIn.at(place, field.text());
        return switch (field) {
            case UUID -> in.uuid(at);
            case TICKET_NO -> bounded(at, TicketNo.LENGTH_MAX);
            case VEHICLE_TYPE -> bounded(at, VehicleType.LENGTH_MAX);
            case VEHICLE_NUMBER -> bounded(at, Plate.LENGTH_MAX);
            case TRANSPORT_NAME, DRIVER_NAME, DRIVER_CONTACT, LOCATION, NOTES, FEE_REASON, PAYMENT_TYPE, CREATED_BY ->
                in.text(at);
            case SERIAL_NUMBER -> in.whole(at, 0);
            case ENTRY_TIME, EXIT_TIME, CREATED_AT, LAST_MODIFIED -> time(at);
            case STATUS -> in.oneOf(at, STATUSES, Status::text).orElse(null);
            case PAYMENT_STATUS -> in.oneOf(at, PAYMENTS, PaymentStatus::text).orElse(null);
            case FEE, COMPUTED_FEE -> money(at);
            case FEE_MANUALLY_SET -> in.flag(at);
        };
    }

    private @Nullable String bounded(String at, int lengthMax) {
        String text = in.text(at);
        if (text == null || !text.isBlank() && text.length() <= lengthMax) {
            return text;
        }
        if (text.isBlank()) {
            in.fault(at, FieldFault.BLANK, "must not be empty");
        } else {
            in.fault(at, FieldFault.TOO_LONG, "at most " + lengthMax + " characters, not " + text.length());
        }
        return null; // just noted
    }

    private @Nullable Instant time(String at) {
        String text = in.text(at);
        if (text == null) {
            return null; // noted as a fault by the read of the text
        }
        Optional<Instant> time = SiteTime.parse(text, zone);
        if (time.isEmpty()) {
            in.fault(at, FieldFault.NOT_A_TIME, "a time such as 2026-11-22T06:40:10.536Z");
        }
        return time.orElse(null);
    }

    private @Nullable Money money(String at) {
        BigDecimal amount = in.decimal(at);
        if (amount == null) {
            return null; // noted as a fault by the read of the number
        }
        try {
            return Money.ofMajor(amount, currency);
        } catch (ArithmeticException tooPrecise) {
            in.fault(at, FieldFault.TOO_PRECISE, "at most " + currency.getDefaultFractionDigits() + " decimals");
        } catch (IllegalArgumentException tooLarge) {
            in.fault(at, FieldFault.TOO_LARGE, "too large an amount");
        }
        return null; // just noted
    }

    /**
     * The entry made of the fields read and of defaults.
     *
     * @param faultsBefore how many faults the reader had noted when this entry began
     * @return null when anything was noted since
     */
    public @Nullable Entry finish(EntryDefaults defaults, int faultsBefore) {
        for (Field field : List.of(Field.TRANSPORT_NAME, Field.VEHICLE_TYPE, Field.VEHICLE_NUMBER, Field.ENTRY_TIME)) {
            in.required(values.get(field), JsonIn.at(place, field.text()));
        }
        if (defaults.rule() == EntryDefaults.IdRule.ADDRESSED && !id(defaults).equals(defaults.id())) {
            in.fault(JsonIn.at(place, "uuid"), FieldFault.CONTRADICTS, "not the record that is addressed");
        }
        if (in.faultCount() > faultsBefore) {
            return null; // the caller sees the faults
        }
        Entry entry = entry(defaults);
        for (FieldError fault : EntryRules.faults(entry)) {
            in.fault(JsonIn.at(place, fault.field()), fault.code(), fault.detail());
        }
        return in.faultCount() > faultsBefore ? null : entry;
    }

    private Entry entry(EntryDefaults defaults) {
        Ticket ticket = EntryDefaults.ticketOf(id(defaults));
        Money zero = Money.zero(currency);
        Object number = values.get(Field.TICKET_NO);
        return new Entry(
                id(defaults),
                new Ticket(number == null ? ticket.number() : new TicketNo((String) number), (Long)
                        values.getOrDefault(Field.SERIAL_NUMBER, ticket.serialNumber())),
                new Plate((String) given(Field.VEHICLE_NUMBER)),
                (Instant) given(Field.ENTRY_TIME),
                new Description(
                        (String) given(Field.TRANSPORT_NAME),
                        new VehicleType((String) given(Field.VEHICLE_TYPE)),
                        (String) values.get(Field.DRIVER_NAME),
                        (String) values.get(Field.DRIVER_CONTACT),
                        (String) values.get(Field.LOCATION),
                        (String) values.get(Field.NOTES)),
                new Stay(
                        (Status) values.getOrDefault(Field.STATUS, Status.PARKED),
                        (Instant) values.get(Field.EXIT_TIME),
                        (Money) values.getOrDefault(Field.FEE, zero),
                        (Money) values.get(Field.COMPUTED_FEE),
                        (Boolean) values.getOrDefault(Field.FEE_MANUALLY_SET, false),
                        (String) values.get(Field.FEE_REASON)),
                new Payment((PaymentStatus) values.getOrDefault(Field.PAYMENT_STATUS, PaymentStatus.UNPAID), (String)
                        values.get(Field.PAYMENT_TYPE)),
                new Authorship(
                        (String) values.getOrDefault(Field.CREATED_BY, defaults.author()),
                        (Instant) values.getOrDefault(Field.CREATED_AT, defaults.at()),
                        (Instant) values.getOrDefault(Field.LAST_MODIFIED, defaults.at())));
    }

    private EntryId id(EntryDefaults defaults) {
        return new EntryId((UUID) values.getOrDefault(Field.UUID, defaults.id().value()));
    }

    private Object given(Field field) {
        Object value = values.get(field);
        if (value == null) {
            throw new IllegalStateException(field.text() + " was checked to be there");
        }
        return value;
    }
}
