package gatebook.app.search;

import gatebook.app.words.Words;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The boxes above the list, read and set as one; tells at every stroke. */
record Filters(
        TextField number,
        TextField transport,
        ComboBox<Status> status,
        ComboBox<String> type,
        ComboBox<PaymentStatus> payment,
        DatePicker from,
        DatePicker to) {

    void prepare(Words words, Runnable changed) {
        offer(status, Status.values(), value -> words.say("status-word." + value.text()), words);
        offer(payment, PaymentStatus.values(), value -> words.say("payment-word." + value.text()), words);
        number.textProperty().addListener((of, before, now) -> changed.run());
        transport.textProperty().addListener((of, before, now) -> changed.run());
        status.valueProperty().addListener((of, before, now) -> changed.run());
        type.getEditor().textProperty().addListener((of, before, now) -> changed.run());
        payment.valueProperty().addListener((of, before, now) -> changed.run());
        from.valueProperty().addListener((of, before, now) -> changed.run());
        to.valueProperty().addListener((of, before, now) -> changed.run());
    }

    Sought read() {
        return new Sought(
                number.getText(),
                transport.getText(),
                status.getValue(),
                Objects.requireNonNullElse(type.getEditor().getText(), ""),
                payment.getValue(),
                from.getValue(),
                to.getValue());
    }

    void set(Sought sought) {
        number.setText(sought.number());
        transport.setText(sought.transport());
        status.setValue(sought.status());
        type.getEditor().setText(sought.type());
        payment.setValue(sought.payment());
        from.setValue(sought.from());
        to.setValue(sought.to());
    }

    private static <E> void offer(ComboBox<E> box, E[] values, Function<E, String> text, Words words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable E value) {
                return value == null ? words.say("search.any") : text.apply(value);
            }

            @Override
            public @Nullable E fromString(String shown) {
                return box.getValue();
            }
        });
        box.getItems().add(null);
        box.getItems().addAll(values);
    }
}
