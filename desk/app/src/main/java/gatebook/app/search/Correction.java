package gatebook.app.search;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry's correctable fields as texts, and what a person changed of them. */
record Correction(Map<Field, String> before) {
    /** Every field that a person may set. */
    static final List<Field> FIELDS = Arrays.stream(Field.values())
            .filter(field -> field.group() != FieldGroup.IDENTITY)
            .toList();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    Correction {
        before = Map.copyOf(before);
    }

    static Correction of(Entry entry, ZoneId zone) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        FIELDS.forEach(field -> texts.put(field, text(field.in(entry), zone)));
        return new Correction(texts);
    }

    /** Only what is otherwise than it was, as the register takes it; what was left alone keeps its fraction of a second. */
    Map<Field, String> changes(Map<Field, String> typed) {
        Map<Field, String> changes = new EnumMap<>(Field.class);
        typed.forEach((field, text) -> {
            if (!text.strip().equals(before.get(field))) {
                changes.put(field, isTime(field) ? text.strip().replaceFirst(" (?=\\d)", "T") : text.strip());
            }
        });
        return changes;
    }

    /** What takes such changes back. */
    Map<Field, String> back(Map<Field, String> changes) {
        Map<Field, String> was = new EnumMap<>(before);
        was.keySet().retainAll(changes.keySet());
        if (changes.containsKey(Field.FEE)) {
            was.put(Field.FEE_MANUALLY_SET, before.getOrDefault(Field.FEE_MANUALLY_SET, ""));
        }
        was.replaceAll((field, text) -> isTime(field) ? text.replace(' ', 'T') : text);
        return was;
    }

    private static boolean isTime(Field field) {
        return field == Field.ENTRY_TIME || field == Field.EXIT_TIME;
    }

    private static String text(@Nullable Object value, ZoneId zone) {
        return switch (value) {
            case null -> "";
            case Instant time -> TIME.format(time.atZone(zone));
            case Money money -> money.major().toPlainString();
            case Status status -> status.text();
            case PaymentStatus status -> status.text();
            case Object other -> other.toString();
        };
    }
}
