package gatebook.ledger.intake;

import gatebook.ledger.history.Chain;
import gatebook.ledger.history.History;
import gatebook.ledger.history.HistoryEntry;
import gatebook.ledger.intake.Effect.Final;
import gatebook.ledger.intake.Effect.Moved;
import gatebook.ledger.intake.Effect.Taken;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.entry.Entry;
import gatebook.wire.push.OpOutcome.Standing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what a judged request leaves: one statement a table, whatever the number of operations. */
final class EffectWriting {
    private static final String INSERT = """
            insert into entries (site_id, changed_at, changed_by, record_uuid, remote_id, version, seq, deleted,
                                 vehicle_number, plate_key, status, vehicle_type, payment_status, transport_name,
                                 entry_time, exit_time, fee_minor, data, actor)
            select ?, ?, ?, record_uuid, remote_id, version, seq, deleted, vehicle_number, plate_key, status,
                   vehicle_type, payment_status, transport_name,
                   timestamptz 'epoch' + entry_time * interval '1 millisecond',
                   timestamptz 'epoch' + exit_time * interval '1 millisecond', fee_minor, data, actor
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as row (record_uuid, remote_id, version, seq, deleted, vehicle_number, plate_key, status, vehicle_type,
                      payment_status, transport_name, entry_time, exit_time, fee_minor, data, actor)
            """;

    /**
     * A row without data is a tombstone whose image stays as it was. The ids stand there twice: the second time they lead
     * to the index, where the join alone would let the planner read the whole table.
     */
    private static final String UPDATE = """
            update entries e
            set changed_at = ?, changed_by = ?, actor = row.actor, version = row.version, seq = row.seq, deleted = row.deleted,
                vehicle_number = coalesce(row.vehicle_number, e.vehicle_number),
                plate_key = coalesce(row.plate_key, e.plate_key),
                status = coalesce(row.status, e.status),
                vehicle_type = coalesce(row.vehicle_type, e.vehicle_type),
                payment_status = coalesce(row.payment_status, e.payment_status),
                transport_name = coalesce(row.transport_name, e.transport_name),
                entry_time = coalesce(timestamptz 'epoch' + row.entry_time * interval '1 millisecond', e.entry_time),
                exit_time = case when row.data is null then e.exit_time
                                 else timestamptz 'epoch' + row.exit_time * interval '1 millisecond' end,
                fee_minor = coalesce(row.fee_minor, e.fee_minor),
                data = coalesce(row.data, e.data)
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as row (record_uuid, remote_id, version, seq, deleted, vehicle_number, plate_key, status, vehicle_type,
                      payment_status, transport_name, entry_time, exit_time, fee_minor, data, actor)
            where e.site_id = ? and e.record_uuid = any(?) and e.record_uuid = row.record_uuid
            """;

    /** What is known of its last change stays: nobody changed anything. */
    private static final String MOVE = """
            update entries e set seq = row.seq
            from unnest(?, ?) as row (record_uuid, seq)
            where e.site_id = ? and e.record_uuid = any(?) and e.record_uuid = row.record_uuid
            """;

    private static final String OUTCOMES = """
            insert into outcomes (site_id, op_id, record_uuid, version, remote_id, seq)
            select ?, op_id, record_uuid, version, remote_id, seq
            from unnest(?, ?, ?, ?, ?) as row (op_id, record_uuid, version, remote_id, seq)
            """;

    private final SiteTransaction transaction;
    private final Desk desk;
    private final Instant now;

    EffectWriting(SiteTransaction transaction, Desk desk, Instant now) {
        this.transaction = transaction;
        this.desk = desk;
        this.now = now;
    }

    /** Writes everything and answers the site's new state, which is written too. */
    SiteBook write(Effect effect, SiteBook before, long lastRemoteId) throws SQLException {
        if (!effect.fresh().isEmpty()) {
            List<@Nullable Object> values = new ArrayList<>(
                    List.of(desk.site().value(), now, desk.device().value()));
            values.addAll(columns(effect.fresh()));
            expect(effect.fresh().size(), transaction.change(INSERT, values.toArray()));
        }
        if (!effect.changed().isEmpty()) {
            List<@Nullable Object> values =
                    new ArrayList<>(List.of(now, desk.device().value()));
            values.addAll(columns(effect.changed()));
            values.add(desk.site().value());
            values.add(ids(effect.changed()));
            expect(effect.changed().size(), transaction.change(UPDATE, values.toArray()));
        }
        if (!effect.moved().isEmpty()) {
            move(effect.moved());
        }
        if (!effect.joined().isEmpty()) {
            JoinedTickets.add(transaction, desk.site(), effect.joined());
        }
        outcomes(effect.outcomes());
        Chain chain = new Chain(desk.site(), before.historyHash());
        byte[][] hashes = effect.rows().stream().map(chain::add).toArray(byte[][]::new);
        History.add(transaction, desk.site(), effect.rows(), hashes);
        HistoryEntry last = effect.rows().getLast();
        SiteBook after = new SiteBook(last.seq(), lastRemoteId, before.history(), chain.last(), now);
        after.advance(transaction, desk.site());
        return after;
    }

    private void move(List<Moved> moved) throws SQLException {
        UUID[] ids = moved.stream().map(one -> one.record().value()).toArray(UUID[]::new);
        Long[] seqs = moved.stream().map(Moved::seq).toArray(Long[]::new);
        expect(moved.size(), transaction.change(MOVE, ids, seqs, desk.site().value(), ids));
    }

    private void outcomes(List<Taken> taken) throws SQLException {
        transaction.change(
                OUTCOMES,
                desk.site().value(),
                taken.stream().map(one -> one.op().value()).toArray(UUID[]::new),
                taken.stream().map(one -> one.record().id().value()).toArray(UUID[]::new),
                taken.stream().map(one -> one.record().version()).toArray(Long[]::new),
                taken.stream().map(one -> one.record().remoteId()).toArray(Long[]::new),
                taken.stream().map(Taken::seq).toArray(Long[]::new));
    }

    private static List<Object> columns(List<Final> finals) {
        return List.of(
                ids(finals),
                finals.stream().map(one -> one.record().remoteId()).toArray(Long[]::new),
                finals.stream().map(one -> one.record().version()).toArray(Long[]::new),
                finals.stream().map(Final::seq).toArray(Long[]::new),
                finals.stream()
                        .map(one -> one.record().standing() == Standing.VOIDED)
                        .toArray(Boolean[]::new),
                texts(finals, entry -> entry.plate().typed()),
                texts(finals, entry -> entry.plate().key()),
                texts(finals, entry -> entry.stay().status().text()),
                texts(finals, entry -> entry.description().vehicleType().name()),
                texts(finals, entry -> entry.payment().status().text()),
                texts(finals, entry -> entry.description().transportName()),
                numbers(finals, entry -> entry.entryTime().toEpochMilli()),
                numbers(finals, EffectWriting::exitMillis),
                numbers(finals, entry -> entry.stay().fee().minor()),
                finals.stream()
                        .map(one -> one.record().written() == null
                                ? null
                                : one.record().data())
                        .toArray(String[]::new),
                finals.stream().map(Final::actor).toArray(String[]::new));
    }

    private static UUID[] ids(List<Final> finals) {
        return finals.stream().map(one -> one.record().id().value()).toArray(UUID[]::new);
    }

    private static @Nullable Long exitMillis(Entry entry) {
        Instant exit = entry.stay().exitTime();
        return exit == null ? null : Long.valueOf(exit.toEpochMilli());
    }

    private static @Nullable String[] texts(List<Final> finals, Function<Entry, String> column) {
        @Nullable String[] texts = new String[finals.size()];
        for (int at = 0; at < texts.length; at++) {
            Entry entry = finals.get(at).record().written();
            texts[at] = entry == null ? null : column.apply(entry);
        }
        return texts;
    }

    private static @Nullable Long[] numbers(List<Final> finals, Function<Entry, @Nullable Long> column) {
        @Nullable Long[] numbers = new Long[finals.size()];
        for (int at = 0; at < numbers.length; at++) {
            Entry entry = finals.get(at).record().written();
            numbers[at] = entry == null ? null : column.apply(entry);
        }
        return numbers;
    }

    private static void expect(int wanted, int written) {
        if (wanted != written) {
            throw new IllegalStateException("wrote " + written + " entries instead of " + wanted);
        }
    }
}
