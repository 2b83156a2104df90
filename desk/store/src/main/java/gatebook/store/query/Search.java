package gatebook.store.query;

import gatebook.rules.entry.Plate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was typed to find entries by: words that must all stand somewhere in an entry's plate, ticket, transport, driver or
 * notes, or in the ticket of a record that was joined into it, in any case. A word is compared with the plate's key as
 * well, so that {@code ab-1234} finds {@code MH12AB1234}.
 */
record Search(List<String> words) {
    /** One word's test of one row: the LIKE pattern of the word four times, of its plate key, and of the word twice again. */
    private static final String TEST = """
            (e.ticket_no LIKE ? ESCAPE '\\' OR e.transport_name LIKE ? ESCAPE '\\' OR e.driver_name LIKE ? ESCAPE '\\'
             OR e.notes LIKE ? ESCAPE '\\' OR e.plate_key LIKE ? ESCAPE '\\'
             OR e.uuid IN (SELECT holder_uuid FROM displaced_entries WHERE reason = 'joined' AND ticket_no LIKE ? ESCAPE '\\')
             OR e.uuid IN (SELECT record_uuid FROM joined_tickets WHERE ticket_no LIKE ? ESCAPE '\\'))""";

    private static final String TRANSPORT_TEST = """
            e.transport_name LIKE ? ESCAPE '\\'""";

    private static final int WORDS_MAX = 8;
    private static final int RUN = 3;

    static Search of(String typed) {
        List<String> words = new ArrayList<>();
        for (String part : typed.strip().split("\\s+", -1)) {
            if (!part.isEmpty() && words.size() < WORDS_MAX) {
                words.add(part);
            }
        }
        return new Search(List.copyOf(words));
    }

    /** The tests of a row. */
    Condition tests() {
        Condition tests = new Condition();
        for (String word : words) {
            String key = Plate.keyOf(word);
            String typed = like(word);
            tests.and(TEST, typed, typed, typed, typed, key.isEmpty() ? typed : like(key), typed, typed);
        }
        return tests;
    }

    /** The tests of a row by its transport alone. */
    Condition testsOfTransport() {
        Condition tests = new Condition();
        words.forEach(word -> tests.and(TRANSPORT_TEST, like(word)));
        return tests;
    }

    /**
     * The query of the index whose rows include all those sought; empty where no word is long enough for it. A word is
     * sought as runs of three characters that together hold all of it, as typed or as a plate's key: each run less is a list
     * less to walk, and who asks compares the rows found anyway.
     */
    String indexQuery() {
        List<String> clauses = new ArrayList<>();
        for (String word : words) {
            Set<String> forms = new LinkedHashSet<>(List.of(word.toLowerCase(Locale.ROOT)));
            String key = Plate.keyOf(word).toLowerCase(Locale.ROOT);
            if (!key.isEmpty()) {
                forms.add(key);
            }
            if (forms.stream().allMatch(form -> form.codePointCount(0, form.length()) >= RUN)) {
                clauses.add("("
                        + String.join(" OR ", forms.stream().map(Search::runs).toList()) + ")");
            }
        }
        return String.join(" AND ", clauses);
    }

    private static String runs(String form) {
        int[] points = form.codePoints().toArray();
        Set<String> runs = new LinkedHashSet<>();
        for (int at = 0; at < points.length; at += RUN) {
            int from = Math.min(at, points.length - RUN);
            runs.add('"' + new String(points, from, RUN).replace("\"", "\"\"") + '"');
        }
        return "(" + String.join(" AND ", runs) + ")";
    }

    private static String like(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
