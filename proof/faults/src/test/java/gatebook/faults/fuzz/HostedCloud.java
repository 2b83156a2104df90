package gatebook.faults.fuzz;

import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerOptions;
import gatebook.api.SiteAdministration;
import gatebook.api.events.EventPace;
import gatebook.api.identity.TokenBuckets.Rate;
import gatebook.faults.process.Folders;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteId;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A real server over a PostgreSQL of its own in an empty folder, and desks that are enrolled there. Its rate limits let
 * an attack through: what is attacked is what stands behind them.
 */
public final class HostedCloud implements AutoCloseable {
    private static final Rate ANY = new Rate(1_000_000, Duration.ofNanos(1_000));

    private final Path folder;
    private final RunningServer server;
    private final SiteAdministration administration;

    private HostedCloud(Path folder, RunningServer server, SiteAdministration administration) {
        this.folder = folder;
        this.server = server;
        this.administration = administration;
    }

    /** A desk that has joined. */
    public record EnrolledDesk(SiteId site, DeviceId device, String token) {}

    /** The one that the tests of this process share. */
    private static final class OfThisRun {
        static final HostedCloud CLOUD = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(CLOUD::close));
        }
    }

    /** One for all tests of this process, closed when it ends. */
    public static HostedCloud ofThisRun() {
        return OfThisRun.CLOUD;
    }

    public static HostedCloud start() {
        try {
            Path folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "cloud-");
            ServerOptions.Database database = new ServerOptions.Database.Own(folder);
            RunningServer server = CloudServer.start(ServerOptions.of(0, database)
                    .withHost("127.0.0.1")
                    .withLimits(new ServerOptions.Limits(ANY, ANY, EventPace.USUAL)));
            return new HostedCloud(folder, server, SiteAdministration.open(database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.port();
    }

    /** Where its PostgreSQL lives. */
    public Path folder() {
        return folder;
    }

    public SiteAdministration administration() {
        return administration;
    }

    public SiteId site(String name) {
        return administration.createSite(name, WireForms.ZONE, WireForms.RUPEE);
    }

    public EnrolledDesk desk(SiteId site) {
        String code = administration.enrolmentCode(site).orElseThrow().text();
        String wish = new EnrolmentRequest(code, "Gate", Optional.empty()).json();
        Response answer = RawLine.once(
                port(), Request.json("POST", "/v1/devices", "", wish).bytes());
        EnrolmentAnswer joined = EnrolmentAnswer.read(
                        new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .orDamaged("an enrolment: " + answer);
        return new EnrolledDesk(site, new DeviceId(joined.deviceId()), joined.token());
    }

    @Override
    public void close() {
        administration.close();
        server.close();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
