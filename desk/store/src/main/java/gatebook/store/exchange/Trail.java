package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.compare.Fingerprint;
import gatebook.wire.compare.LostState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one record went through at this desk, as its audit trail tells.
 *
 * @param states oldest first
 */
record Trail(List<State> states) {
    private static final String STATES = "SELECT after FROM audit_log WHERE record_uuid = ? ORDER BY id";

    /**
     * One state.
     *
     * @param image null where the record was voided
     */
    record State(String hash, @Nullable String image) {}

    Trail {
        states = List.copyOf(states);
    }

    static Trail of(Session session, EntryId record) {
        List<State> states = new ArrayList<>();
        session.each(
                STATES,
                row -> states.add(new State(Fingerprint.of(row.getString(1)), row.getString(1))),
                record.toString());
        return new Trail(states);
    }

    /** Whether the record has stood so here. */
    boolean knows(String hash) {
        return states.stream().anyMatch(state -> state.hash().equals(hash));
    }

    /** The newest state here that is one of these. */
    Optional<State> newestOf(Set<String> hashes) {
        return states.reversed().stream()
                .filter(state -> hashes.contains(state.hash()))
                .findFirst();
    }

    /** The states up to the one that the cloud had taken in as {@code version}, that one first. */
    List<LostState> upTo(String known, long version) {
        Set<String> older = new LinkedHashSet<>();
        boolean reached = false;
        for (State state : states.reversed()) {
            reached |= state.hash().equals(known);
            if (reached && !state.hash().equals(known)) {
                older.add(state.hash());
            }
        }
        List<LostState> lost = new ArrayList<>(List.of(new LostState(version, known)));
        older.stream().limit(LostState.STATES_MAX - 1).forEach(hash -> lost.add(new LostState(0, hash)));
        return lost;
    }
}
