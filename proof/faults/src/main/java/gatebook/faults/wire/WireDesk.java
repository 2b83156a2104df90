package gatebook.faults.wire;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.IdSource;
import gatebook.store.exchange.Inbox;
import gatebook.store.exchange.Position;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Correct;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.query.EveryEntry;
import gatebook.store.query.QueueItem;
import gatebook.store.query.SyncCounts;
import gatebook.store.query.SyncQueries;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.engine.EngineSettings;
import gatebook.sync.engine.Order;
import gatebook.sync.service.Desk;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncObserver;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A desk as it is shipped, with its register on the disk, that has joined a site and syncs when it is told to. */
public final class WireDesk implements AutoCloseable {
    private static final IdSource IDS = UuidCreator::getTimeOrderedEpoch;
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration NEVER = Duration.ofDays(3_650);

    /** The usual limits, but nothing happens by a timer and no try waits for the next. */
    public static final EngineSettings SETTINGS = new EngineSettings(
            NEVER,
            EngineSettings.DEFAULT.batchMax(),
            EngineSettings.DEFAULT.triesMax(),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            EngineSettings.DEFAULT.roundsMax(),
            EngineSettings.DEFAULT.endedKept());

    /** As those, but a request that failed is not tried again before the desk is told to sync again. */
    static final EngineSettings ONE_TRY = new EngineSettings(
            NEVER,
            SETTINGS.batchMax(),
            1,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            SETTINGS.roundsMax(),
            SETTINGS.endedKept());

    private final Register register;
    private final HttpCloud cloud;
    private final SyncService service;
    private volatile Connection connection = Connection.UNTRIED;

    private WireDesk(Register register, HttpCloud cloud, EngineSettings settings) {
        this.register = register;
        this.cloud = cloud;
        SplittableRandom random = new SplittableRandom();
        this.service = new SyncService(
                Desk.of(register.database(), IDS, CLOCK, System::nanoTime, random), cloud, settings, random);
        service.observe(new Watching());
        service.startForOrders();
    }

    private final class Watching implements SyncObserver {
        @Override
        public void connectionChanged(Connection now) {
            connection = now;
        }

        @Override
        public void progressed(String message, double fraction) {
            // The report says how it ended.
        }

        @Override
        public void recordsChanged() {
            // Its book is looked at afterwards.
        }
    }

    /** A way to a cloud, for a desk that has no register or no token yet. */
    static HttpCloud line(URI server, @Nullable String token, PassingTime time) {
        return new HttpCloud(
                new HttpCloud.Access(server, token, WireCloud.ZONE, WireCloud.CURRENCY),
                CLOCK,
                time,
                new SplittableRandom());
    }

    /** Makes a register and joins a site past all lines; nothing is open afterwards. */
    public static void join(Path home, URI server, String code) {
        try (Register register = open(home);
                HttpCloud cloud = line(server, null, new PassingTime())) {
            if (!(cloud.enrol(new EnrolmentRequest(code, "gate", Optional.empty()))
                    instanceof Answer.Heard<EnrolmentAnswer>(EnrolmentAnswer joined))) {
                throw new IllegalStateException("the desk could not join");
            }
            DeskProfile profile = new DeskProfile(
                    joined.deviceId().toString(),
                    joined.deskCode(),
                    joined.zone(),
                    joined.currency(),
                    new DeskProfile.Membership(joined.siteId(), joined.siteName(), server.toString(), joined.token()));
            register.database().write(Turn.GATE, session -> {
                profile.write(session, CLOCK.instant());
                return profile;
            });
        }
    }

    /** Opens the register of a desk that has joined. */
    public static WireDesk at(Path home, URI server, EngineSettings settings) {
        return at(home, server, settings, new PassingTime());
    }

    static WireDesk at(Path home, URI server, EngineSettings settings, PassingTime time) {
        Register register = open(home);
        return new WireDesk(register, line(server, token(register.database()), time), settings);
    }

    private static String token(Database database) {
        DeskProfile.Membership membership = database.read(DeskProfile::read).membership();
        return membership == null ? "" : membership.token();
    }

    private static Register open(Path home) {
        Opening opening = new RegisterFile(new DeskHome(home), CLOCK, IDS).open(Scrutiny.USUAL);
        if (opening instanceof Opening.Opened(Register register)) {
            return register;
        }
        throw new IllegalStateException("the register in " + home + " does not open: " + opening);
    }

    HttpCloud cloud() {
        return cloud;
    }

    /** The token it was given. */
    String token() {
        return token(register.database());
    }

    /** What it last said of the way to the cloud. */
    Connection connection() {
        return connection;
    }

    public EntryId enter(String plate) {
        Arrival arrival = new Arrival(plate, "Trailer", "Konkan Carriers", null, null, null, null, null, "System");
        return written(new RegisterEntry(register.database(), CLOCK, IDS).register(arrival));
    }

    public void note(EntryId record, String notes) {
        written(new Correct(register.database(), CLOCK, IDS).correct(record, Map.of(Field.NOTES, notes), "System"));
    }

    private static EntryId written(Outcome outcome) {
        if (outcome instanceof Outcome.Done(EntryRow row, var inside)) {
            return row.entry().id();
        }
        throw new IllegalStateException("refused: " + outcome);
    }

    public RunReport cycle() {
        return service.order(new Order.Scope.Cycle()).join();
    }

    /** Syncs, and compares both sides. */
    RunReport full() {
        return service.order(new Order.Scope.Full()).join();
    }

    public SyncCounts counts() {
        return new SyncQueries(register.database()).counts();
    }

    Position position() {
        return new Inbox(register.database(), IDS).position();
    }

    Optional<EntryRow> row(EntryId record) {
        return register.database().read(session -> EntryTable.find(session, record, WireCloud.CURRENCY));
    }

    /** Its operations, the oldest first. */
    public List<QueueItem> operations() {
        return new SyncQueries(register.database()).queue(null).reversed();
    }

    /** What a walk along its audit trail comes to. */
    public AuditLog.Verification audit() {
        return register.database().read(AuditLog::verify);
    }

    public DeskProfile profile() {
        return register.database().read(DeskProfile::read);
    }

    /** Its living records. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        new EveryEntry(register.database()).each(entries::add);
        return entries;
    }

    @Override
    public void close() {
        service.close();
        cloud.close();
        register.close();
    }
}
