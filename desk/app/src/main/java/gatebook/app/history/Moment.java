package gatebook.app.history;

import gatebook.app.words.FieldWords;
import gatebook.app.words.Words;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.query.AuditRow;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One change in the life of an entry: what the audit trail says of it, and which fields it changed. */
record Moment(AuditRow row, Kind kind, List<Difference> differences) {
    Moment {
        differences = List.copyOf(differences);
    }

    /** What the change was as a whole. */
    enum Kind {
        WRITTEN,
        CHANGED,
        VOIDED,
        /** It was voided, and came back. */
        REVIVED
    }

    /** One field before and after. */
    record Difference(
            Field field, @Nullable Object before, @Nullable Object after) {
        private static final String NOTHING = "–";

        /** "Status: Parked → Exited". */
        String inWords(Words words, FieldWords fields) {
            return words.say("history.change", fields.name(field), shown(before, fields), shown(after, fields));
        }

        private static String shown(@Nullable Object value, FieldWords fields) {
            String text = fields.value(value);
            return text.isEmpty() ? NOTHING : text;
        }
    }

    /** All changes of one entry, oldest first as the trail has them. */
    static List<Moment> of(List<AuditRow> rows, EntryDefaults reading) {
        return rows.stream()
                .map(row -> of(row, rows.getFirst().id() == row.id(), reading))
                .toList();
    }

    private static Moment of(AuditRow row, boolean first, EntryDefaults reading) {
        String before = row.change().before();
        String after = row.change().after();
        if (after == null) {
            return new Moment(row, Kind.VOIDED, List.of());
        }
        if (before == null) {
            return new Moment(row, first ? Kind.WRITTEN : Kind.REVIVED, List.of());
        }
        return new Moment(row, Kind.CHANGED, between(entry(before, reading), entry(after, reading)));
    }

    /** The fields that differ; the time of the change itself is left out. */
    static List<Difference> between(Entry was, Entry is) {
        return Arrays.stream(Field.values())
                .filter(field -> field != Field.LAST_MODIFIED)
                .filter(field -> !Objects.equals(field.in(was), field.in(is)))
                .map(field -> new Difference(field, field.in(was), field.in(is)))
                .toList();
    }

    private static Entry entry(String image, EntryDefaults reading) {
        return EntryJson.decode(image, reading).orDamaged("an image of the audit trail");
    }
}
