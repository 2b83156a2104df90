package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.IdSource;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Correct;
import gatebook.store.operation.Departure;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.operation.RegisterExit;
import gatebook.store.operation.VoidEntry;
import gatebook.store.query.SyncQueries;
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
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A real register that a test works at before, or beside, the window; it syncs only when told to. */
final class TestDesk implements AutoCloseable {
    private final Path folder;
    private final IdSource ids;
    private final Clock clock = Clock.systemUTC();
    private final Register register;

    private TestDesk(Path folder, IdSource ids, Register register) {
        this.folder = folder;
        this.ids = ids;
        this.register = register;
    }

    static TestDesk in(Path folder, IdSource ids) {
        Opening opening = new RegisterFile(new DeskHome(folder), Clock.systemUTC(), ids).open(Scrutiny.USUAL);
        if (opening instanceof Opening.Opened(Register register)) {
            return new TestDesk(folder, ids, register);
        }
        throw new AssertionError(opening);
    }

    Register register() {
        return register;
    }

    /** Closes the register and opens a window over it. */
    TestWindow window() {
        register.close();
        return TestWindow.open(TestWindow.options(folder, clock, ids));
    }

    void join(URI cloud, String code) {
        try (HttpCloud line = line(cloud, null)) {
            if (line.enrol(new EnrolmentRequest(code, folder.getFileName().toString(), Optional.empty()))
                    instanceof Answer.Heard<EnrolmentAnswer>(EnrolmentAnswer answer)) {
                DeskProfile joined = new DeskProfile(
                        answer.deviceId().toString(),
                        answer.deskCode(),
                        answer.zone(),
                        answer.currency(),
                        new DeskProfile.Membership(
                                answer.siteId(), answer.siteName(), cloud.toString(), answer.token()));
                register.database().write(Turn.GATE, session -> {
                    joined.write(session, clock.instant());
                    return joined;
                });
            } else {
                throw new AssertionError("the cloud did not take the desk");
            }
        }
    }

    private HttpCloud line(URI cloud, @Nullable String token) {
        DeskProfile desk = register.database().read(DeskProfile::read);
        HttpCloud.Access access = new HttpCloud.Access(cloud, token, desk.zone(), desk.currency());
        return new HttpCloud(access, clock, System::nanoTime, new Random(1));
    }

    /** One cycle. */
    void sync() {
        assertThat(run(new Order.Scope.Cycle()).error()).isNull();
    }

    /** Until the cloud has refused for good what it will not take. */
    void syncUntilRefused() {
        while (new SyncQueries(register.database()).counts().failed() == 0) {
            run(new Order.Scope.Full());
        }
    }

    /** What waits of a record becomes something that no cloud takes; the register itself would have refused it. */
    void poison(EntryId entry) {
        int changed = register.database()
                .write(Turn.ENGINE, session -> session.update("""
                                UPDATE sync_queue SET data = json_set(data, '$.notes', ?) WHERE record_uuid = ?""", "x".repeat(10_001), entry.toString()));
        assertThat(changed).isPositive();
    }

    private RunReport run(Order.Scope scope) {
        DeskProfile.Membership site =
                register.database().read(DeskProfile::read).membership();
        if (site == null) {
            throw new AssertionError("joined no site");
        }
        try (HttpCloud cloud = line(URI.create(site.server()), site.token());
                SyncService service = new SyncService(
                        Desk.of(register.database(), ids, clock, System::nanoTime, new Random(1)),
                        cloud,
                        EngineSettings.DEFAULT,
                        new Random(1))) {
            service.startForOrders();
            return service.order(scope).join();
        }
    }

    EntryId enter(String plate, Duration ago) {
        Arrival arrival = new Arrival(
                plate,
                "Trailer",
                "Konkan Carriers",
                "Asha Devi",
                null,
                null,
                null,
                clock.instant().minus(ago),
                "Meera");
        return done(new RegisterEntry(register.database(), clock, ids).register(arrival));
    }

    void exit(EntryId entry, Departure.Settlement how, Duration ago) {
        Instant at = clock.instant().minus(ago);
        done(new RegisterExit(register.database(), clock, ids)
                .register(entry, new Departure(how, null, null, at, "Ravi")));
    }

    void edit(EntryId entry, Field field, String value) {
        done(new Correct(register.database(), clock, ids).correct(entry, Map.of(field, value), "Ravi"));
    }

    void voids(EntryId entry) {
        done(new VoidEntry(register.database(), clock, ids).voidEntry(entry, "written twice", "Ravi"));
    }

    private static EntryId done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var row, var _)) {
            return row.entry().id();
        }
        throw new AssertionError(outcome);
    }

    @Override
    public void close() {
        register.close();
    }
}
