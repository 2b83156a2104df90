package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.compare.LostState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The table {@code lost_states}: records that are being sent again, and what they went through in the lost history. */
final class LostStates {
    private static final String PUT = """
            INSERT INTO lost_states (record_uuid, states) VALUES (?, ?)
            ON CONFLICT (record_uuid) DO UPDATE SET states = excluded.states""";

    private static final String FIND = "SELECT states FROM lost_states WHERE record_uuid = ?";

    private static final String ANY = "SELECT EXISTS (SELECT 1 FROM lost_states)";

    private static final String DROP_SENT = """
            DELETE FROM lost_states WHERE NOT EXISTS (
                SELECT 1 FROM sync_queue
                WHERE lane = lost_states.record_uuid AND status IN ('pending', 'processing', 'failed'))""";

    private LostStates() {}

    static void put(Session session, EntryId record, List<LostState> states) {
        String text = states.stream()
                .map(state -> state.version() + ":" + state.hash())
                .collect(Collectors.joining(","));
        session.update(PUT, record.toString(), text);
    }

    static boolean isEmpty(Session session) {
        return session.number(ANY) == 0;
    }

    /** Empty for a record that is not being sent again. */
    static List<LostState> of(Session session, EntryId record) {
        return session.first(FIND, row -> row.getString(1), record.toString()).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(LostStates::state)
                .toList();
    }

    /** Forgets the records of which nothing waits any longer. */
    static void dropSent(Session session) {
        if (!isEmpty(session)) {
            session.update(DROP_SENT);
        }
    }

    private static LostState state(String text) {
        int colon = text.indexOf(':');
        return new LostState(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }
}
