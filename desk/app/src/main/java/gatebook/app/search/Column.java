package gatebook.app.search;

import gatebook.app.words.FieldWords;
import gatebook.rules.entry.Field;
import gatebook.rules.money.Money;
import gatebook.store.record.EntryRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns of the list: each shows a field in words and sorts by its value. */
final class Column {
    static final List<Field> ALL = List.of(
            Field.TICKET_NO,
            Field.VEHICLE_NUMBER,
            Field.VEHICLE_TYPE,
            Field.ENTRY_TIME,
            Field.EXIT_TIME,
            Field.FEE,
            Field.PAYMENT_STATUS,
            Field.PAYMENT_TYPE,
            Field.TRANSPORT_NAME,
            Field.DRIVER_NAME,
            Field.STATUS);

    private static final String ID = "column-";

    private Column() {}

    static TableColumn<EntryRow, EntryRow> of(Field field, FieldWords words) {
        TableColumn<EntryRow, EntryRow> column = new TableColumn<>(words.name(field));
        column.setId(ID + field.text());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(by(field));
        column.setCellFactory(of -> new Shown(field, words));
        return column;
    }

    /** Makes a column as wide as what stands in it, in letters of this size. */
    static void fit(TableColumn<EntryRow, EntryRow> column, double letter) {
        Field field = Field.named(column.getId().substring(ID.length())).orElseThrow();
        column.setPrefWidth(letter * letters(field));
    }

    private static double letters(Field field) {
        return switch (field) {
            case ENTRY_TIME, EXIT_TIME -> 14.5;
            case TRANSPORT_NAME -> 13;
            case VEHICLE_NUMBER -> 10;
            case VEHICLE_TYPE, PAYMENT_STATUS, DRIVER_NAME -> 9;
            case FEE, STATUS -> 6.5;
            default -> 8;
        };
    }

    /** Numbers and times by what they are, texts by their letters in any case; what is not set comes first. */
    static Comparator<EntryRow> by(Field field) {
        return (one, other) -> compare(field.in(one.entry()), field.in(other.entry()));
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        if (one instanceof Money fee && other instanceof Money another) {
            return fee.compareTo(another);
        }
        if (one instanceof Instant time && other instanceof Instant another) {
            return time.compareTo(another);
        }
        return one.toString().compareToIgnoreCase(other.toString());
    }

    private static final class Shown extends TableCell<EntryRow, EntryRow> {
        private final Field field;
        private final FieldWords words;

        Shown(Field field, FieldWords words) {
            this.field = field;
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable EntryRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean notYet = row != null
                    && row.entry().isInside()
                    && (field == Field.FEE || field == Field.PAYMENT_STATUS || field == Field.PAYMENT_TYPE);
            setText(row == null || empty || notYet ? null : words.value(field, row.entry()));
        }
    }
}
