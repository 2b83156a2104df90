package gatebook.store;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.IdSource;
import gatebook.rules.merge.Decision;
import gatebook.store.exchange.Inbox;
import gatebook.store.exchange.Marks;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Resolution;
import gatebook.store.exchange.RetryDelays;
import gatebook.store.exchange.Runs;
import gatebook.store.exchange.Tally;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Correct;
import gatebook.store.operation.Departure;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.operation.RegisterExit;
import gatebook.store.operation.ResolveConflict;
import gatebook.store.operation.VoidEntry;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.push.PushAnswer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A desk on a real file, with a clock and ids that the test owns. */
public final class Desk implements AutoCloseable {
    public static final Instant MORNING = Instant.parse("2026-01-15T04:30:00Z");
    public static final int BATCH_MAX = 500;

    private final Path file;
    private final DeskClock clock;
    private final IdSource ids;
    private final Book book;
    private Database database;

    private Desk(Path file, DeskClock clock, IdSource ids) {
        this.file = file;
        this.clock = clock;
        this.ids = ids;
        this.book = Book.at(file);
        this.database = Database.open(file);
    }

    /** A desk that has just been set up, in a folder of its own. */
    public static Desk in(Path folder) {
        return in(folder, "A");
    }

    /** One of several desks; their ids never meet. */
    public static Desk in(Path folder, String code) {
        Path file = folder.resolve(code + ".db");
        Book.fresh(file);
        Desk desk = new Desk(file, new DeskClock(MORNING), ids(code));
        desk.database.write(Turn.GATE, session -> {
            DeskProfile fresh = DeskProfile.fresh(new UUID(0x0193_0000_0000_7000L, code.hashCode()));
            DeskProfile profile = new DeskProfile(
                    fresh.deviceId(), new gatebook.rules.entry.DeskCode(code), fresh.zone(), fresh.currency(), null);
            profile.write(session, MORNING);
            return profile;
        });
        return desk;
    }

    /** The desk of a file that a process left behind. */
    public static Desk of(Path file, IdSource ids) {
        return new Desk(file, new DeskClock(MORNING), ids);
    }

    private static IdSource ids(String code) {
        AtomicLong last = new AtomicLong();
        long desk = code.hashCode();
        return () -> new UUID(0x0193_0000_0000_7000L | desk << 16, Long.MIN_VALUE | last.incrementAndGet());
    }

    public Database database() {
        return database;
    }

    public DeskClock clock() {
        return clock;
    }

    public IdSource ids() {
        return ids;
    }

    public Book book() {
        return book;
    }

    public Path file() {
        return file;
    }

    /** As after a crash: what the process held in memory is gone. */
    public void restart() {
        database.close();
        database = Database.open(file);
        outbox().releaseAll();
    }

    public Entry enter(String plate) {
        return enter(plate, null);
    }

    public Entry enter(String plate, @Nullable Instant entryTime) {
        return done(arrive(plate, entryTime)).entry();
    }

    public Outcome arrive(String plate, @Nullable Instant entryTime) {
        return register(new Arrival(plate, "Trailer", "Konkan Carriers", null, null, null, null, entryTime, "Asha"));
    }

    public Outcome register(Arrival arrival) {
        return new RegisterEntry(database, clock, ids).register(arrival);
    }

    public Outcome leave(EntryId id, Departure.Settlement settlement) {
        return leave(id, new Departure(settlement, null, null, null, "Asha"));
    }

    public Outcome leave(EntryId id, Departure departure) {
        return new RegisterExit(database, clock, ids).register(id, departure);
    }

    public Outcome correct(EntryId id, Field field, String text) {
        return correct(id, Map.of(field, text));
    }

    public Outcome correct(EntryId id, Map<Field, String> typed) {
        return new Correct(database, clock, ids).correct(id, typed, "Asha");
    }

    public Outcome voidEntry(EntryId id, String reason) {
        return new VoidEntry(database, clock, ids).voidEntry(id, reason, "Asha");
    }

    /** How many items wait for a person. */
    public long open() {
        return book.number("SELECT count(*) FROM sync_conflicts WHERE resolved_at IS NULL");
    }

    /** Decides the one open item, or with none open the newest. */
    public Outcome decide(Decision decision) {
        return decide(new Resolution.Order(item(), null, decision, "Asha", null));
    }

    public Outcome decide(Resolution.Order order) {
        return new ResolveConflict(database, clock, ids).resolve(order);
    }

    private long item() {
        return book.number(
                "SELECT coalesce(min(CASE WHEN resolved_at IS NULL THEN id END), max(id)) FROM sync_conflicts");
    }

    public Inbox inbox() {
        return new Inbox(database, ids);
    }

    public Outbox outbox() {
        return new Outbox(database, ids, new RetryDelays(new SplittableRandom(7)));
    }

    public Runs runs() {
        return new Runs(database);
    }

    public Marks marks() {
        return new Marks(clock.instant(), null);
    }

    public Outbox.Batch take() {
        return take(Outbox.Due.NOW);
    }

    public Outbox.Batch take(Outbox.Due due) {
        return outbox().take(clock.instant(), BATCH_MAX, due, new Outbox.Lane.Any());
    }

    public Tally settle(Outbox.Batch batch, PushAnswer answer) {
        return outbox().settle(batch, answer, marks());
    }

    public Tally apply(ChangesPage page) {
        return inbox().apply(page, marks());
    }

    public EntryRow row(EntryId id) {
        return find(id).orElseThrow();
    }

    public Optional<EntryRow> find(EntryId id) {
        return database.read(session ->
                EntryTable.find(session, id, DeskProfile.read(session).currency()));
    }

    /** Kind, status and what else a test asks of the queue rows of a record, oldest first. */
    public List<String> queue(EntryId id) {
        return book.rows("SELECT operation, status FROM sync_queue WHERE record_uuid = '" + id + "' ORDER BY id");
    }

    public AuditLog.Verification audit() {
        return database.read(AuditLog::verify);
    }

    public static EntryRow done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(EntryRow row, List<EntryRow> inside) -> row;
            case Outcome.Refused refused -> throw new AssertionError("refused: " + refused);
        };
    }

    public static Outcome.Refused refused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> throw new AssertionError("not refused: " + done);
            case Outcome.Refused refused -> refused;
        };
    }

    @Override
    public void close() {
        database.close();
    }
}
