package gatebook.store.query;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.merge.UnrecordedExit;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds, among the vehicles inside, those that came again though their exit stands nowhere. */
final class InsideAgain {
    private static final String PLATES_TWICE = "SELECT " + EntryTable.COLUMNS + """
             FROM parking_entries
            WHERE status = 'Parked' AND deleted_at IS NULL AND plate_key IN (
                SELECT plate_key FROM parking_entries WHERE status = 'Parked' AND deleted_at IS NULL
                GROUP BY plate_key HAVING count(*) > 1)""";

    private InsideAgain() {}

    static Set<EntryId> read(Session session, Currency currency) {
        Map<String, List<Entry>> byPlate = new HashMap<>();
        session.each(PLATES_TWICE, row -> {
            Entry entry = EntryTable.read(row, currency).entry();
            byPlate.computeIfAbsent(entry.plate().key(), key -> new ArrayList<>())
                    .add(entry);
        });
        Set<EntryId> asked = new HashSet<>();
        byPlate.values().forEach(inside -> asked.addAll(UnrecordedExit.among(inside)));
        return asked;
    }
}
