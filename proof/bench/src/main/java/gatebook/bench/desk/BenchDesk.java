package gatebook.bench.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.IdSource;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.operation.ImportEntries;
import gatebook.store.operation.ImportedRow;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.query.EveryEntry;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.Origin;
import gatebook.store.record.Recorder;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import gatebook.sync.engine.EngineSettings;
import gatebook.sync.engine.Order;
import gatebook.sync.service.Desk;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A desk as it is shipped: its register on the disk and, once it has joined a site, its synchronization. */
public final class BenchDesk implements AutoCloseable {
    private static final IdSource IDS = UuidCreator::getTimeOrderedEpoch;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Register register;

    private BenchDesk(Register register) {
        this.register = register;
    }

    /** Opens the register in a folder, making it where there is none. */
    public static BenchDesk open(Path home) {
        Opening opening = new RegisterFile(new DeskHome(home), CLOCK, IDS).open(Scrutiny.USUAL);
        if (opening instanceof Opening.Opened(Register register)) {
            return new BenchDesk(register);
        }
        throw new IllegalStateException("the register in " + home + " does not open: " + opening);
    }

    /** Joins a site. */
    public void enrol(URI server, String code) {
        DeskProfile own = database().read(DeskProfile::read);
        try (HttpCloud cloud = new HttpCloud(
                new HttpCloud.Access(server, null, own.zone(), own.currency()),
                CLOCK,
                System::nanoTime,
                new SplittableRandom())) {
            switch (cloud.enrol(new EnrolmentRequest(code, "bench", Optional.empty()))) {
                case Answer.Heard<EnrolmentAnswer>(EnrolmentAnswer joined) ->
                    database().write(Turn.GATE, session -> {
                        DeskProfile profile = new DeskProfile(
                                joined.deviceId().toString(),
                                joined.deskCode(),
                                joined.zone(),
                                joined.currency(),
                                new DeskProfile.Membership(
                                        joined.siteId(), joined.siteName(), server.toString(), joined.token()));
                        profile.write(session, CLOCK.instant());
                        return profile;
                    });
                case Answer.Failed<EnrolmentAnswer>(var failure) ->
                    throw new IllegalStateException("the desk could not join: " + failure);
            }
        }
    }

    public Database database() {
        return register.database();
    }

    /** Writes vehicles in. */
    public RegisterEntry entering() {
        return new RegisterEntry(database(), CLOCK, IDS);
    }

    /** Queues many entries in one transaction: what waits is the same as if each had been written at the gate. */
    public void queueAll(Iterator<ImportedRow> rows) {
        new ImportEntries(database(), CLOCK, IDS).importAll(rows);
    }

    /** Queues a change of each entry in one transaction, as if it had been made at the gate at that time. */
    public void amendAll(UnaryOperator<Entry> change, Instant at) {
        List<Entry> entries = new ArrayList<>();
        new EveryEntry(database()).each(entries::add);
        database().write(Turn.GATE, session -> {
            DeskProfile profile = DeskProfile.read(session);
            Recorder recorder = new Recorder(session);
            Origin origin = new Origin(Cause.LOCAL, "System", profile.deviceId(), null, at, null);
            for (Entry entry : entries) {
                EntryRow row =
                        EntryTable.find(session, entry.id(), profile.currency()).orElseThrow();
                EntryRow changed = row.with(
                                change.apply(entry).with(entry.authorship().touched(at)))
                        .with(row.sync().with(SyncStatus.PENDING));
                Writing.Sending sending = new Writing.Sending(new OpId(IDS.next()), OperationKind.UPDATE);
                recorder.write(new Writing(origin, row, changed, sending));
            }
            return entries;
        });
    }

    /** As {@link #queueAll}, by a clock that is behind. */
    public void queueAll(Iterator<ImportedRow> rows, Duration behind) {
        new ImportEntries(database(), Clock.offset(CLOCK, behind.negated()), IDS).importAll(rows);
    }

    /** The way to the cloud of the site that this desk has joined. */
    public HttpCloud cloud() {
        DeskProfile profile = database().read(DeskProfile::read);
        return cloud(URI.create(
                Objects.requireNonNull(profile.membership(), "joined").server()));
    }

    /** As the other, by another address of the same cloud. */
    public HttpCloud cloud(URI server) {
        DeskProfile profile = database().read(DeskProfile::read);
        return new HttpCloud(
                new HttpCloud.Access(
                        server,
                        Objects.requireNonNull(profile.membership(), "joined").token(),
                        profile.zone(),
                        profile.currency()),
                CLOCK,
                System::nanoTime,
                new SplittableRandom());
    }

    /** The synchronization, not started yet. */
    public SyncService sync(HttpCloud cloud) {
        SplittableRandom random = new SplittableRandom();
        return new SyncService(
                Desk.of(database(), IDS, CLOCK, System::nanoTime, random), cloud, EngineSettings.DEFAULT, random);
    }

    /** Runs one cycle and waits for its end. */
    public static RunReport cycle(SyncService sync) {
        RunReport report = sync.order(new Order.Scope.Cycle()).join();
        if (report.error() != null) {
            throw new IllegalStateException("the cycle broke off: " + report);
        }
        return report;
    }

    @Override
    public void close() {
        register.close();
    }
}
