package gatebook.wire.entry;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.entry.Plate;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonOut;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Corrections typed as text ({@code fee=150}, {@code notes=}), read by the same rules as a message. */
public final class EntryEdit {
    private EntryEdit() {}

    /**
     * The entry with the fields set as typed; an empty text sets a field to nothing. A bare time is one of the site's
     * zone. Fields that identify an entry, and who wrote it, are refused.
     */
    public static Decoded<Entry> apply(Entry entry, Map<Field, String> typed, ZoneId zone) {
        List<FieldError> faults = new ArrayList<>();
        for (Field field : typed.keySet()) {
            if (field.group() == FieldGroup.IDENTITY) {
                faults.add(new FieldError(field.text(), FieldFault.NOT_SETTABLE, "is given out by the program"));
            }
        }
        if (!faults.isEmpty()) {
            return new Decoded.Refused<>(faults);
        }
        String json = JsonOut.text(out -> out.object(() -> {
            for (Field field : Field.values()) {
                String text = typed.get(field);
                if (text == null) {
                    EntryJson.field(out, field, entry);
                } else {
                    write(out, field, text.strip());
                }
            }
        }));
        return EntryJson.decode(
                json,
                new EntryDefaults(
                        entry.id(),
                        EntryDefaults.IdRule.ADDRESSED,
                        entry.authorship().lastModified(),
                        entry.authorship().createdBy(),
                        zone,
                        entry.stay().fee().currency()));
    }

    private static void write(JsonOut out, Field field, String text) {
        if (text.isEmpty()) {
            out.none(field.text());
            return;
        }
        switch (field) {
            case FEE, COMPUTED_FEE -> {
                Optional<BigDecimal> amount = amount(text);
                if (amount.isPresent()) {
                    out.field(field.text(), amount.get());
                } else {
                    out.field(field.text(), text);
                }
            }
            case FEE_MANUALLY_SET -> {
                if (text.toLowerCase(Locale.ROOT).matches("true|false")) {
                    out.flag(field.text(), Boolean.parseBoolean(text));
                } else {
                    out.field(field.text(), text);
                }
            }
            case VEHICLE_NUMBER -> out.field(field.text(), Plate.inOneLine(text));
            default -> out.field(field.text(), text);
        }
    }

    private static Optional<BigDecimal> amount(String text) {
        try {
            return text.length() > 40
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text)).filter(EntryEdit::plain);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Refuses exponents that would be written out as miles of zeros. */
    private static boolean plain(BigDecimal amount) {
        return Math.abs((long) amount.scale()) <= 40;
    }
}
