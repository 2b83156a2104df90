package gatebook.app.search;

import gatebook.app.words.FieldWords;
import gatebook.app.words.Words;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.store.record.EntryRow;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** All correctable fields of one entry, to be typed over. */
final class EditPanel {
    private final Panel panel;
    private final Correction correction;
    private final Map<Field, TextField> texts = new EnumMap<>(Field.class);
    private final Map<Field, ComboBox<String>> choices = new EnumMap<>(Field.class);

    EditPanel(EntryRow row, ZoneId zone, Words words, FieldWords fields, Runnable onClose) {
        String title = words.say(
                "search.edit.title",
                row.entry().plate().typed(),
                row.entry().ticket().number().text());
        this.panel = new Panel("edit", title, words.say("search.save"), words.say("search.close"), onClose);
        this.correction = Correction.of(row.entry(), zone);
        for (Field field : Correction.FIELDS) {
            panel.ask(fields.name(field), control(field, words));
        }
    }

    Panel panel() {
        return panel;
    }

    Correction correction() {
        return correction;
    }

    /** What a person changed. */
    Map<Field, String> changes() {
        Map<Field, String> typed = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> typed.put(field, text.getText()));
        choices.forEach((field, box) -> typed.put(field, Objects.requireNonNullElse(box.getValue(), "")));
        return correction.changes(typed);
    }

    void focus() {
        Objects.requireNonNull(texts.get(Field.VEHICLE_NUMBER)).requestFocus();
    }

    private Node control(Field field, Words words) {
        return switch (field) {
            case STATUS ->
                box(
                        field,
                        "status-word.",
                        words,
                        Arrays.stream(Status.values()).map(Status::text).toList());
            case PAYMENT_STATUS ->
                box(
                        field,
                        "payment-word.",
                        words,
                        Arrays.stream(PaymentStatus.values())
                                .map(PaymentStatus::text)
                                .toList());
            case FEE_MANUALLY_SET -> box(field, "flag-word.", words, List.of("true", "false"));
            default -> text(field);
        };
    }

    private Node text(Field field) {
        TextField text = new TextField(correction.before().get(field));
        text.setId("edit-" + field.text());
        texts.put(field, text);
        return text;
    }

    private Node box(Field field, String key, Words words, List<String> values) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("edit-" + field.text());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Worded(key, words));
        box.getItems().setAll(values);
        box.setValue(correction.before().get(field));
        choices.put(field, box);
        return box;
    }

    /** Shows a value of the register in the reader's language. */
    private static final class Worded extends StringConverter<String> {
        private final String key;
        private final Words words;

        Worded(String key, Words words) {
            this.key = key;
            this.words = words;
        }

        @Override
        public String toString(@Nullable String value) {
            return value == null || !words.knows(key + value) ? "" : words.say(key + value);
        }

        @Override
        public String fromString(String shown) {
            return shown;
        }
    }
}
