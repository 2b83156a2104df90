package gatebook.app.entry;

import gatebook.app.look.DigitChoice;
import gatebook.app.words.Amounts;
import gatebook.app.words.Words;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.yard.Yard;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The controls of the form, one row for each field: its name, what is typed, what is wrong with it. */
final class EntryForm {
    private final Words words;
    private final BiConsumer<EntryField, String> changed;
    private final Map<EntryField, TextField> texts = new EnumMap<>(EntryField.class);
    private final Map<EntryField, Label> faults = new EnumMap<>(EntryField.class);
    private final DigitChoice types = new DigitChoice(EntryField.VEHICLE_TYPE.nodeId());
    private final TextField otherType = new TextField();
    private final Suggestions suggestions;
    private boolean showing;

    /**
     * @param changed is told of each change that a person makes
     * @param done is told of Enter in a field, or a digit that ends one
     */
    EntryForm(Words words, GridPane grid, BiConsumer<EntryField, String> changed, Consumer<EntryField> done) {
        this.words = words;
        this.changed = changed;
        for (EntryField field : EntryField.values()) {
            if (field != EntryField.VEHICLE_TYPE) {
                texts.put(field, text(field, done));
            }
        }
        suggestions = new Suggestions(input(EntryField.TRANSPORT_NAME), name -> {
            input(EntryField.TRANSPORT_NAME).setText(name);
            done.accept(EntryField.TRANSPORT_NAME);
        });
        prepareTypes(done);
        for (EntryField field : EntryField.values()) {
            add(grid, field);
        }
    }

    private TextField text(EntryField field, Consumer<EntryField> done) {
        TextField text = new TextField();
        text.setId(field.nodeId());
        text.textProperty().addListener((of, before, now) -> tell(field, now));
        text.setOnAction(event -> done.accept(field));
        return text;
    }

    private TextField input(EntryField field) {
        return Objects.requireNonNull(texts.get(field));
    }

    private void prepareTypes(Consumer<EntryField> done) {
        otherType.setId(EntryField.VEHICLE_TYPE.nodeId() + "-other");
        otherType.setAccessibleText(words.say("entry.other-type"));
        otherType.setPromptText(words.say("entry.other-type"));
        otherType.textProperty().addListener((of, before, now) -> {
            if (types.chosen().get() == VehicleTypes.OTHER) {
                tell(EntryField.VEHICLE_TYPE, now.isBlank() ? VehicleTypes.OTHER_NAME : now);
            }
        });
        otherType.setOnAction(event -> done.accept(EntryField.VEHICLE_TYPE));
        types.chosen().addListener((of, before, now) -> {
            showOther(now.intValue() == VehicleTypes.OTHER);
            tell(EntryField.VEHICLE_TYPE, typeAt(now.intValue()));
        });
        types.onTaken(index -> {
            if (index == VehicleTypes.OTHER) {
                otherType.requestFocus();
            } else {
                done.accept(EntryField.VEHICLE_TYPE);
            }
        });
        types.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                done.accept(EntryField.VEHICLE_TYPE);
                event.consume();
            }
        });
        showOther(false);
    }

    private String typeAt(int index) {
        if (index == DigitChoice.NONE) {
            return "";
        }
        if (index < VehicleTypes.OTHER) {
            return VehicleTypes.NAMED.get(index);
        }
        return otherType.getText().isBlank() ? VehicleTypes.OTHER_NAME : otherType.getText();
    }

    private void showOther(boolean shown) {
        otherType.setVisible(shown);
        otherType.setManaged(shown);
    }

    private void add(GridPane grid, EntryField field) {
        Label name = new Label(words.say(field.id()));
        name.getStyleClass().add("field-name");
        Label fault = new Label();
        fault.setId(field.nodeId() + "-fault");
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        faults.put(field, fault);
        VBox cell = switch (field) {
            case VEHICLE_TYPE -> new VBox(6, types, otherType, fault);
            case TRANSPORT_NAME -> new VBox(2, input(field), suggestions.root(), fault);
            default -> new VBox(2, input(field), fault);
        };
        name.setLabelFor(field == EntryField.VEHICLE_TYPE ? types : input(field));
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, cell);
        showFault(field, "");
    }

    private void tell(EntryField field, String text) {
        if (!showing) {
            changed.accept(field, text);
        }
    }

    /** Names the types with what a day of each costs. */
    void showRates(Yard yard, Amounts amounts) {
        List<String> named = Stream.concat(VehicleTypes.NAMED.stream(), Stream.of(words.say("entry.other")))
                .map(type -> words.say(
                        "entry.type-rate", type, amounts.say(yard.rates().rate(new VehicleType(type)))))
                .toList();
        types.things(named);
    }

    void show(Draft draft) {
        showing = true;
        texts.forEach((field, text) -> {
            if (!text.getText().equals(draft.text(field))) {
                text.setText(draft.text(field));
                text.end();
            }
        });
        String type = draft.text(EntryField.VEHICLE_TYPE);
        int index = VehicleTypes.indexOf(type);
        boolean other = index == VehicleTypes.OTHER && !type.equals(VehicleTypes.OTHER_NAME);
        if (!typeAt(types.chosen().get()).equals(type)) {
            otherType.setText(other ? type : "");
            types.chosen().set(index);
        }
        showing = false;
    }

    void complete(List<String> names) {
        suggestions.show(input(EntryField.TRANSPORT_NAME).isFocused() ? names : List.of());
    }

    /** Closes the names that complete; whether they were open. */
    boolean closeSuggestions() {
        boolean open = suggestions.isOpen();
        suggestions.show(List.of());
        return open;
    }

    void focus(EntryField field) {
        Node node = field == EntryField.VEHICLE_TYPE ? types : input(field);
        node.requestFocus();
    }

    void clearFaults() {
        for (EntryField field : EntryField.values()) {
            showFault(field, "");
        }
    }

    void showFault(EntryField field, String text) {
        Label fault = Objects.requireNonNull(faults.get(field));
        fault.setText(text);
        fault.setVisible(!text.isEmpty());
        fault.setManaged(!text.isEmpty());
    }
}
