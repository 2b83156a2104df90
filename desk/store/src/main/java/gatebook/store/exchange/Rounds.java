package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often in a row the rules let a value of one record lose. Two people who set the same field again and again would
 * never hear of each other: after {@value #MAX} rounds the next one is a person's to decide. The count begins anew when a
 * person has decided, or when the record was left alone for an hour.
 */
final class Rounds {
    static final int MAX = 3;

    private static final Duration QUIET = Duration.ofHours(1);

    private static final String NEWEST = """
            SELECT created_at, op_id IS NOT NULL OR resolved_by <> ? FROM sync_conflicts
            WHERE record_uuid = ? AND other_uuid IS NULL AND resolved_at IS NOT NULL
            ORDER BY id DESC LIMIT ?""";

    private Rounds() {}

    private record Round(Instant at, boolean byPerson) {}

    /** Whether the rules have had their rounds. */
    static boolean isEnough(Session session, EntryId record, Instant now) {
        List<Round> newest = session.list(
                NEWEST,
                row -> new Round(Session.time(row.getString(1)), row.getInt(2) == 1),
                ConflictTable.BY_RULE,
                record.toString(),
                MAX);
        Instant later = now;
        for (Round round : newest) {
            if (round.byPerson() || Duration.between(round.at(), later).compareTo(QUIET) >= 0) {
                return false;
            }
            later = round.at();
        }
        return newest.size() == MAX;
    }
}
