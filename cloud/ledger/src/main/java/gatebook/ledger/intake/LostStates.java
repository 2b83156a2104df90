package gatebook.ledger.intake;

import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.wire.compare.LostState;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.ReceivedOperation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What records went through in a history that was lost, as the desks tell it which send them again: the next desk that
 * knows one of these states learns from it that the record has moved on from there.
 */
final class LostStates {
    private static final String ADD = """
            insert into lost_states (site_id, record_uuid, hash, version)
            select ?, record_uuid, hash, max(version)
            from unnest(?, ?, ?) as row (record_uuid, hash, version)
            group by record_uuid, hash
            on conflict (site_id, record_uuid, hash)
              do update set version = greatest(lost_states.version, excluded.version)
            """;

    private LostStates() {}

    /** Keeps what came with operations that took effect. */
    static void add(
            SiteTransaction transaction, SiteId site, List<ReceivedOperation> operations, List<OpOutcome> outcomes)
            throws SQLException {
        List<UUID> records = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        for (int at = 0; at < operations.size(); at++) {
            if (outcomes.get(at) instanceof OpOutcome.Applied) {
                for (LostState state : operations.get(at).lost()) {
                    records.add(operations.get(at).record().value());
                    hashes.add(state.hash());
                    versions.add(state.version());
                }
            }
        }
        if (!records.isEmpty()) {
            transaction.change(
                    ADD,
                    site.value(),
                    records.toArray(UUID[]::new),
                    hashes.toArray(String[]::new),
                    versions.toArray(Long[]::new));
        }
    }
}
