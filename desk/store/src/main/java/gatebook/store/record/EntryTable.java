package gatebook.store.record;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Description;
import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.Stay;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.store.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code parking_entries}. Writing is for {@link Recorder} alone. */
public final class EntryTable {
    /** The columns that {@link #read} needs, in its order. */
    public static final String COLUMNS = """
            uuid, ticket_no, serial_number, vehicle_number, entry_time, transport_name, vehicle_type, driver_name, \
            driver_contact, location, notes, status, exit_time, fee_minor, computed_fee_minor, fee_manually_set, \
            fee_reason, payment_status, payment_type, created_by, created_at, last_modified, sync_status, remote_id, \
            remote_version, last_sync_at, deleted_at, base_data""";

    /** The vehicles inside, by the index that holds all by which they are sought; conditions may follow. */
    public static final String INSIDE = """
            parking_entries INDEXED BY parking_entries_inside WHERE status = 'Parked' AND deleted_at IS NULL""";

    private static final String FIND = "SELECT " + COLUMNS + " FROM parking_entries WHERE uuid = ?";

    private static final String HOLDER = """
            SELECT uuid FROM parking_entries WHERE vehicle_number = ? AND entry_time = ?""";

    private static final String INSIDE_BY_PLATE = INSIDE + " AND plate_key = ? AND plate_key <> ''";

    private static final String IS_INSIDE = "SELECT EXISTS (SELECT 1 FROM " + INSIDE_BY_PLATE + ")";

    private static final String FIND_INSIDE = "SELECT " + COLUMNS + " FROM " + INSIDE_BY_PLATE + " ORDER BY entry_time";

    private static final String HIGHEST_SERIAL = """
            SELECT max(serial_number) FROM parking_entries
            WHERE entry_time >= ? AND entry_time < ? AND ticket_no LIKE ?""";

    private static final String INSERT = """
            INSERT INTO parking_entries (
                uuid, ticket_no, serial_number, vehicle_number, plate_key, entry_time, transport_name, vehicle_type,
                driver_name, driver_contact, location, notes, status, exit_time, fee_minor, computed_fee_minor,
                minor_per_unit, fee_manually_set, fee_reason, payment_status, payment_type, created_by, created_at,
                last_modified, sync_status, remote_id, remote_version, last_sync_at, deleted_at, base_data)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_NEW = INSERT + " ON CONFLICT (uuid) DO NOTHING";

    private static final String UPDATE = """
            UPDATE parking_entries SET
                ticket_no = ?, serial_number = ?, vehicle_number = ?, plate_key = ?, entry_time = ?,
                transport_name = ?, vehicle_type = ?, driver_name = ?, driver_contact = ?, location = ?, notes = ?,
                status = ?, exit_time = ?, fee_minor = ?, computed_fee_minor = ?, minor_per_unit = ?,
                fee_manually_set = ?, fee_reason = ?, payment_status = ?, payment_type = ?, created_by = ?,
                created_at = ?, last_modified = ?, sync_status = ?, remote_id = ?, remote_version = ?,
                last_sync_at = ?, deleted_at = ?, base_data = ?
            WHERE uuid = ?""";

    private EntryTable() {}

    /** The row of a record, voided or not. */
    public static Optional<EntryRow> find(Session session, EntryId id, Currency currency) {
        return session.first(FIND, row -> read(row, currency), id.toString());
    }

    /** Which record holds this vehicle number, as typed, at this entry time; voided ones hold it too. */
    public static Optional<EntryId> holder(Session session, Plate plate, Instant entryTime) {
        return session.first(HOLDER, row -> new EntryId(UUID.fromString(row.getString(1))), plate.typed(), entryTime);
    }

    /** The live entries of this plate, however it is spelt, that have not left; oldest first. */
    public static List<EntryRow> inside(Session session, Plate plate, Currency currency) {
        // Most are not inside, and to ask for whole rows costs more than to ask whether there are any.
        return session.number(IS_INSIDE, plate.key()) == 0
                ? List.of()
                : session.list(FIND_INSIDE, row -> read(row, currency), plate.key());
    }

    /** The highest serial number that this desk gave out for entries of a stretch of time; 0 if none. */
    public static long highestSerial(Session session, DeskCode desk, Instant from, Instant to) {
        return session.number(HIGHEST_SERIAL, from, to, desk.text() + "-%");
    }

    static void insert(Session session, EntryRow row) {
        insert(INSERT, session, row);
    }

    /** Inserts a record unless the table holds it; whether it did. */
    static boolean insertNew(Session session, EntryRow row) {
        return insert(INSERT_NEW, session, row) == 1;
    }

    private static int insert(String sql, Session session, EntryRow row) {
        Entry entry = row.entry();
        Description noted = entry.description();
        Stay stay = entry.stay();
        return session.update(
                sql,
                entry.id().toString(),
                entry.ticket().number().text(),
                entry.ticket().serialNumber(),
                entry.plate().typed(),
                entry.plate().key(),
                entry.entryTime(),
                noted.transportName(),
                noted.vehicleType().name(),
                noted.driverName(),
                noted.driverContact(),
                noted.location(),
                noted.notes(),
                stay.status().text(),
                stay.exitTime(),
                stay.fee().minor(),
                minor(stay.computedFee()),
                minorPerUnit(stay.fee()),
                stay.feeManuallySet(),
                stay.feeReason(),
                entry.payment().status().text(),
                entry.payment().type(),
                entry.authorship().createdBy(),
                entry.authorship().createdAt(),
                entry.authorship().lastModified(),
                row.sync().status().text(),
                row.sync().remoteId(),
                row.sync().remoteVersion(),
                row.sync().lastSyncAt(),
                row.deletedAt(),
                row.baseData());
    }

    static int update(Session session, EntryRow row) {
        Entry entry = row.entry();
        Description noted = entry.description();
        Stay stay = entry.stay();
        return session.update(
                UPDATE,
                entry.ticket().number().text(),
                entry.ticket().serialNumber(),
                entry.plate().typed(),
                entry.plate().key(),
                entry.entryTime(),
                noted.transportName(),
                noted.vehicleType().name(),
                noted.driverName(),
                noted.driverContact(),
                noted.location(),
                noted.notes(),
                stay.status().text(),
                stay.exitTime(),
                stay.fee().minor(),
                minor(stay.computedFee()),
                minorPerUnit(stay.fee()),
                stay.feeManuallySet(),
                stay.feeReason(),
                entry.payment().status().text(),
                entry.payment().type(),
                entry.authorship().createdBy(),
                entry.authorship().createdAt(),
                entry.authorship().lastModified(),
                row.sync().status().text(),
                row.sync().remoteId(),
                row.sync().remoteVersion(),
                row.sync().lastSyncAt(),
                row.deletedAt(),
                row.baseData(),
                entry.id().toString());
    }

    static void delete(Session session, EntryId id) {
        session.update("DELETE FROM parking_entries WHERE uuid = ?", id.toString());
    }

    /** Reads a row selected by {@link #COLUMNS}. */
    public static EntryRow read(ResultSet row, Currency currency) throws SQLException {
        Entry entry = new Entry(
                new EntryId(UUID.fromString(row.getString(1))),
                new Ticket(new TicketNo(row.getString(2)), row.getLong(3)),
                new Plate(row.getString(4)),
                Session.time(row.getString(5)),
                new Description(
                        row.getString(6),
                        new VehicleType(row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11)),
                stay(row, currency),
                new Payment(paymentStatus(row.getString(18)), row.getString(19)),
                new Authorship(row.getString(20), Session.time(row.getString(21)), Session.time(row.getString(22))));
        long remoteId = row.getLong(24);
        boolean noRemoteId = row.wasNull();
        SyncState sync = new SyncState(
                SyncStatus.of(row.getString(23)),
                noRemoteId ? null : remoteId,
                row.getLong(25),
                Session.instant(row.getString(26)));
        return new EntryRow(entry, sync, Session.instant(row.getString(27)), row.getString(28));
    }

    private static Stay stay(ResultSet row, Currency currency) throws SQLException {
        long computed = row.getLong(15);
        boolean notComputed = row.wasNull();
        return new Stay(
                row.getString(12).equals(Status.EXITED.text()) ? Status.EXITED : Status.PARKED,
                Session.instant(row.getString(13)),
                new Money(row.getLong(14), currency),
                notComputed ? null : new Money(computed, currency),
                row.getInt(16) == 1,
                row.getString(17));
    }

    private static PaymentStatus paymentStatus(String text) {
        for (PaymentStatus status : PaymentStatus.values()) {
            if (status.text().equals(text)) {
                return status;
            }
        }
        throw new IllegalStateException("unknown payment_status " + text);
    }

    private static @Nullable Long minor(@Nullable Money amount) {
        return amount == null ? null : amount.minor();
    }

    private static long minorPerUnit(Money amount) {
        return Math.powExact(10L, amount.currency().getDefaultFractionDigits());
    }
}
