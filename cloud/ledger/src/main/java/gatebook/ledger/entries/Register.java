package gatebook.ledger.entries;

import gatebook.ledger.intake.Intake;
import gatebook.ledger.site.Actor;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.IdSource;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.ReceivedOperation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The entries of a site one by one. Every write goes the way of a desk's operations. Thread-safe. */
public final class Register {
    private static final String BY_ID = """
            select record_uuid, version, remote_id, data from entries
            where site_id = ? and record_uuid = ? and not deleted
            """;

    private final SiteDoor door;
    private final Intake intake;
    private final Clock clock;
    private final IdSource ids;

    public Register(SiteDoor door, Intake intake, Clock clock, IdSource ids) {
        this.door = door;
        this.intake = intake;
        this.clock = clock;
        this.ids = ids;
    }

    /** A live entry. */
    public Optional<StoredEntry> entry(SiteId site, EntryId id) {
        return door.inside(site, transaction -> live(transaction, site, id));
    }

    /** Keeps a new entry. */
    public Written.Creation create(Desk desk, Actor actor, Entry entry) {
        OpId operation = new OpId(ids.next());
        return door.inside(desk.site(), transaction -> create(transaction, desk, actor, entry, operation));
    }

    /** Keeps a new entry once for each key. The site's lock makes callers with one key wait for one another. */
    public Written.Creation create(Desk desk, Actor actor, IdempotencyKey key, Entry entry) {
        OpId operation = new OpId(ids.next());
        return door.inside(desk.site(), transaction -> {
            SiteBook.locked(transaction, desk.site());
            Keys keys = new Keys(transaction, desk, key);
            Optional<Written.Creation> before = keys.before();
            if (before.isPresent()) {
                return before.get();
            }
            Written.Creation creation = create(transaction, desk, actor, entry, operation);
            if (creation instanceof Written.Kept kept) {
                keys.remember(kept);
            }
            return creation;
        });
    }

    /** Puts an entry in the place of the version that the caller saw. */
    public Written.Replacement replace(Desk desk, Actor actor, Entry entry, long version) {
        ReceivedOperation operation = new ReceivedOperation(
                new OpId(ids.next()),
                OperationKind.UPDATE,
                entry.id(),
                version,
                clock.instant(),
                actor.name(),
                new ReceivedOperation.Content.Image(entry));
        return door.inside(desk.site(), transaction -> {
            Optional<StoredEntry> current = locked(transaction, desk, entry.id());
            if (current.isEmpty()) {
                return new Written.Unknown();
            }
            return switch (intake.take(transaction, desk, operation)) {
                case OpOutcome.Applied applied -> kept(entry, applied);
                case OpOutcome.Conflict stale -> new Written.Stale(current.get());
                case OpOutcome.Rejected(var errors) -> new Written.Refused(errors);
                case OpOutcome.Duplicate again -> throw unexpected(again);
                case OpOutcome.RetryLater later -> throw unexpected(later);
            };
        });
    }

    /** Voids the version that the caller saw. */
    public Written.Voiding voidEntry(Desk desk, Actor actor, EntryId id, long version) {
        ReceivedOperation operation = new ReceivedOperation(
                new OpId(ids.next()),
                OperationKind.DELETE,
                id,
                version,
                clock.instant(),
                actor.name(),
                new ReceivedOperation.Content.None());
        return door.inside(desk.site(), transaction -> {
            Optional<StoredEntry> current = locked(transaction, desk, id);
            if (current.isEmpty()) {
                return new Written.Unknown();
            }
            return switch (intake.take(transaction, desk, operation)) {
                case OpOutcome.Applied applied -> new Written.Voided();
                case OpOutcome.Conflict stale -> new Written.Stale(current.get());
                case OpOutcome.Rejected refused -> throw unexpected(refused);
                case OpOutcome.Duplicate again -> throw unexpected(again);
                case OpOutcome.RetryLater later -> throw unexpected(later);
            };
        });
    }

    private Written.Creation create(SiteTransaction transaction, Desk desk, Actor actor, Entry entry, OpId operation)
            throws SQLException {
        ReceivedOperation creation = new ReceivedOperation(
                operation,
                OperationKind.CREATE,
                entry.id(),
                0,
                clock.instant(),
                actor.name(),
                new ReceivedOperation.Content.Image(entry));
        return switch (intake.take(transaction, desk, creation)) {
            case OpOutcome.Applied applied -> kept(entry, applied);
            case OpOutcome.Conflict conflict -> new Written.Clashes(conflict);
            case OpOutcome.Rejected(var errors) -> new Written.Refused(errors);
            case OpOutcome.Duplicate again -> throw unexpected(again);
            case OpOutcome.RetryLater later -> throw unexpected(later);
        };
    }

    /** The record as nobody else can change it until this transaction ends. */
    private static Optional<StoredEntry> locked(SiteTransaction transaction, Desk desk, EntryId id)
            throws SQLException {
        SiteBook.locked(transaction, desk.site());
        return live(transaction, desk.site(), id);
    }

    private static Optional<StoredEntry> live(SiteTransaction transaction, SiteId site, EntryId id)
            throws SQLException {
        return transaction.row(BY_ID, Register::stored, site.value(), id.value());
    }

    private static Written.Kept kept(Entry entry, OpOutcome.Applied applied) {
        return new Written.Kept(
                new StoredEntry(entry.id(), applied.version(), applied.remoteId(), EntryJson.encode(entry)),
                applied.warning().orElse(null));
    }

    static StoredEntry stored(ResultSet row) throws SQLException {
        return new StoredEntry(
                new EntryId(row.getObject("record_uuid", UUID.class)),
                row.getLong("version"),
                row.getLong("remote_id"),
                row.getString("data"));
    }

    private static IllegalStateException unexpected(OpOutcome outcome) {
        return new IllegalStateException("a new operation came to " + outcome);
    }
}
