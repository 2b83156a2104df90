package gatebook.ledger.intake;

import gatebook.ledger.intake.JoinedTickets.Joint;
import gatebook.ledger.intake.Neighbours.Neighbour;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Status;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OpOutcome.Standing;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.ReceivedOperation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what a request may touch, each table once, whatever the number of operations. */
final class KnownReading {
    /** The range lets the planner leave out months that the request has nothing of. */
    private static final String OUTCOMES = """
            select op_id, record_uuid, version, remote_id from outcomes
            where site_id = ? and op_id = any(?) and op_id between ? and ?
            """;

    private static final String RECORDS = """
            select record_uuid, remote_id, version, deleted, plate_key, status from entries
            where site_id = ? and record_uuid = any(?)
            """;

    private static final String IMAGES = """
            select record_uuid, data from entries where site_id = ? and record_uuid = any(?)
            """;

    /** The limit makes each pair of the second part one step into the index; under two live entries no pair has more. */
    private static final String NEIGHBOURS = """
            select record_uuid, version, data from entries
            where site_id = ? and status = 'Parked' and plate_key = any(?) and not deleted
            union all
            select equal.record_uuid, equal.version, equal.data
            from unnest(?, ?) as at (millis, vehicle_number)
            join lateral (
              select e.record_uuid, e.version, e.data from entries e
              where e.site_id = ? and not e.deleted and e.vehicle_number = at.vehicle_number
                and e.entry_time = timestamptz 'epoch' + at.millis * interval '1 millisecond'
              limit 2
            ) equal on true
            """;

    private final SiteTransaction transaction;
    private final Desk desk;
    private final List<ReceivedOperation> operations;

    KnownReading(SiteTransaction transaction, Desk desk, List<ReceivedOperation> operations) {
        this.transaction = transaction;
        this.desk = desk;
        this.operations = operations;
    }

    Known read() throws SQLException {
        Neighbours neighbours = neighbours();
        return new Known(outcomes(), records(), neighbours, joints(neighbours));
    }

    /** A record that the request changes may only then become a neighbour of one that was joined into it before. */
    private Set<Joint> joints(Neighbours neighbours) throws SQLException {
        Set<EntryId> firsts = new HashSet<>(neighbours.ids());
        operations.stream()
                .filter(operation -> operation.kind() == OperationKind.UPDATE)
                .map(ReceivedOperation::record)
                .forEach(firsts::add);
        List<EntryId> created = operations.stream()
                .filter(operation -> operation.kind() == OperationKind.CREATE)
                .map(ReceivedOperation::record)
                .toList();
        return JoinedTickets.among(transaction, desk.site(), firsts, created);
    }

    private Map<OpId, Known.Outcome> outcomes() throws SQLException {
        Map<OpId, Known.Outcome> outcomes = new HashMap<>();
        List<EntryId> ids = operations.stream()
                .map(operation -> new EntryId(operation.opId().value())) // for its order, which is the database's
                .sorted()
                .toList();
        if (ids.isEmpty()) {
            return outcomes;
        }
        UUID[] all = ids.stream().map(EntryId::value).toArray(UUID[]::new);
        transaction.rows(
                OUTCOMES,
                row -> outcomes.put(
                        new OpId(row.getObject("op_id", UUID.class)),
                        new Known.Outcome(record(row), row.getLong("version"), row.getLong("remote_id"))),
                desk.site().value(),
                all,
                all[0],
                all[all.length - 1]);
        return outcomes;
    }

    private Map<EntryId, Held> records() throws SQLException {
        Map<EntryId, Held> held = new HashMap<>();
        UUID[] ids = operations.stream()
                .map(operation -> operation.record().value())
                .distinct()
                .toArray(UUID[]::new);
        transaction.rows(
                RECORDS, row -> held.put(record(row), held(row)), desk.site().value(), ids);
        UUID[] disputed = disputed(held);
        if (disputed.length > 0) {
            transaction.rows(
                    IMAGES,
                    row -> {
                        String data = row.getString("data");
                        return held.computeIfPresent(record(row), (id, bare) -> withData(bare, data));
                    },
                    desk.site().value(),
                    disputed);
        }
        return held;
    }

    /** The records whose image an answer may need, so that the others' need not be read. */
    private UUID[] disputed(Map<EntryId, Held> held) {
        Set<EntryId> seen = new HashSet<>();
        Set<EntryId> disputed = new HashSet<>();
        for (ReceivedOperation operation : operations) {
            Held record = held.get(operation.record());
            boolean again = !seen.add(operation.record());
            if (record != null
                    && (again
                            || operation.kind() == OperationKind.CREATE
                            || record.standing() == Standing.VOIDED
                            || record.version() != operation.baseVersion())) {
                disputed.add(record.id());
            }
        }
        return disputed.stream().sorted().map(EntryId::value).toArray(UUID[]::new);
    }

    private Neighbours neighbours() throws SQLException {
        Neighbours neighbours = new Neighbours();
        List<Entry> entries = operations.stream()
                .map(ReceivedOperation::content)
                .filter(ReceivedOperation.Content.Image.class::isInstance)
                .map(content -> ((ReceivedOperation.Content.Image) content).entry())
                .toList();
        if (entries.isEmpty()) {
            return neighbours;
        }
        List<Neighbour> found = transaction.rows(
                NEIGHBOURS,
                this::neighbour,
                desk.site().value(),
                entries.stream()
                        .filter(Entry::isInside)
                        .map(entry -> entry.plate().key())
                        .distinct()
                        .toArray(String[]::new),
                entries.stream().map(entry -> entry.entryTime().toEpochMilli()).toArray(Long[]::new),
                entries.stream().map(entry -> entry.plate().typed()).toArray(String[]::new),
                desk.site().value());
        found.stream()
                .sorted(Comparator.comparing(neighbour -> neighbour.entry().id()))
                .forEach(neighbours::put);
        return neighbours;
    }

    private Neighbour neighbour(ResultSet row) throws SQLException {
        EntryId id = record(row);
        String data = row.getString("data");
        EntryDefaults defaults = new EntryDefaults(
                id, EntryDefaults.IdRule.ADDRESSED, Instant.EPOCH, "System", desk.zone(), desk.currency());
        Entry entry = EntryJson.decode(data, defaults).orDamaged("the stored entry " + id);
        return new Neighbour(entry, row.getLong("version"), data);
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                record(row),
                row.getLong("remote_id"),
                row.getLong("version"),
                row.getBoolean("deleted") ? Standing.VOIDED : Standing.LIVE,
                new Held.Presence(
                        row.getString("plate_key"), row.getString("status").equals(Status.PARKED.text())),
                null,
                null);
    }

    private static Held withData(Held bare, String data) {
        return new Held(
                bare.id(), bare.remoteId(), bare.version(), bare.standing(), bare.presence(), data, bare.written());
    }

    private static EntryId record(ResultSet row) throws SQLException {
        return new EntryId(row.getObject("record_uuid", UUID.class));
    }
}
