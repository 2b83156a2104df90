package gatebook.files.exporting;

import gatebook.rules.entry.Field;
import java.util.List;
import java.util.Map;

/**
 * What a printed list says of itself, in the reader's language. Only formats that are made for paper show it.
 *
 * @param filters what the entries were chosen by, one each; none for all of them
 * @param columns what the fields are called; one that is not named here goes by its name in the store
 */
public record Heading(String title, List<String> filters, Map<Field, String> columns, Totals totals) {
    /** Of the whole register, in English. */
    public static final Heading PLAIN =
            new Heading("Gatebook", List.of(), Map.of(), new Totals("Entries", "Fees", "Paid", "Page"));

    /** The words before the count, the two sums and the number of a page. */
    public record Totals(String entries, String fees, String paid, String page) {}

    public Heading {
        filters = List.copyOf(filters);
        columns = Map.copyOf(columns);
    }

    String name(Field column) {
        return columns.getOrDefault(column, column.text());
    }
}
