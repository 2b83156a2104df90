package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.access.Login;
import gatebook.ledger.cluster.OwnPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class StopAndOutageTest {
    private static final int RETRIES_MAX = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void letsARequestUnderWayEndBeforeItStops() throws IOException, InterruptedException {
        RunningServer server = CloudServer.start(TestCloud.options());
        Caller desk = TestCloud.desk().at(server);
        byte[] body = desk.pushBody(Samples.create(Samples.id(), "")).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(("POST /v1/sync/push HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Expect: 100-continue\r\nAuthorization: Bearer " + desk.token() + "\r\nContent-Length: "
                            + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).as("the server waits for the body").isEqualTo("HTTP/1.1 100 ");
            in.readLine();
            out.write(body, 0, body.length / 2);
            Thread stop = Thread.ofPlatform().start(server::close);
            out.write(body, body.length / 2, body.length - body.length / 2);
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 ");
            stop.join();
        }
        assertThatThrownBy(() -> desk.get("/health")).isInstanceOf(UncheckedIOException.class);
        server.close();
    }

    @Test
    void saysThatItCannotServeWhileTheDatabaseIsAwayAndServesOnceItIsBack() throws IOException {
        try (OwnPostgres postgres = OwnPostgres.open(TestCloud.folder(), new SecureRandom())) {
            LedgerSettings settings = postgres.settings();
            URI address = URI.create(settings.jdbcUrl().substring("jdbc:".length()));
            try (Relay relay = new Relay(address.getPort());
                    RunningServer server =
                            CloudServer.start(ServerOptions.of(0, through(relay, address, settings.owner()))
                                    .withHost("127.0.0.1"))) {
                Caller desk = enrolled(server, through(relay, address, settings.owner()));
                relay.cut();
                Answer away = desk.get("/v1/stats").refusedAs(503, "UNAVAILABLE");
                assertThat(Integer.parseInt(away.header("Retry-After"))).isPositive();
                desk.push(Samples.create(Samples.id(), "")).refusedAs(503, "UNAVAILABLE");
                assertThat(desk.get("/health").is(503).json()).containsEntry("status", "DOWN");
                desk.get("/health/live").is(200);
                relay.join();
                Answer back = desk.get("/v1/stats");
                for (int more = RETRIES_MAX; more > 0 && back.status() == 503; more--) {
                    back = desk.get("/v1/stats");
                }
                back.is(200);
                desk.push(Samples.create(Samples.id(), "")).is(200);
            }
        }
    }

    @Test
    void itsOwnDatabaseIsKilledAndItSaysSoUntilItIsUpAgain() throws IOException {
        Path folder = TestCloud.folder();
        ServerOptions.Database database = new ServerOptions.Database.Own(folder);
        try (RunningServer server =
                CloudServer.start(ServerOptions.of(0, database).withHost("127.0.0.1"))) {
            Caller desk = enrolled(server, database);
            UUID record = Samples.id();
            desk.push(Samples.create(record, "")).is(200);
            try (FileChannel turn = FileChannel.open(folder.resolve("turn.lock"), StandardOpenOption.WRITE);
                    FileLock held = turn.lock()) {
                assertThat(held.isValid()).as("nobody can start it meanwhile").isTrue();
                killPostmaster(folder);
                until(() -> desk.get("/health").status() == 503);
                desk.get("/health/live").is(200);
            }
            until(() -> desk.get("/health").status() == 200);
            desk.get("/v1/parking/entries/" + record).is(200);
            desk.push(Samples.create(Samples.id(), "")).is(200);
        }
    }

    private static void killPostmaster(Path folder) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    private static void until(BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", PATIENCE).isLessThan(end);
        }
    }

    private static ServerOptions.Database through(Relay relay, URI address, Login owner) {
        return new ServerOptions.Database.Given("jdbc:postgresql://127.0.0.1:" + relay.port() + address.getPath()
                + "?user=" + owner.user() + "&password=" + owner.password());
    }

    private static Caller enrolled(RunningServer server, ServerOptions.Database database) {
        try (SiteAdministration administration = SiteAdministration.open(database)) {
            var site = administration.createSite("Yard", ZoneId.of("UTC"), Currency.getInstance("EUR"));
            return Caller.enrolled(
                    server, administration.enrolmentCode(site).orElseThrow().text());
        }
    }

    @Test
    void saysWhyItCannotStart() {
        int taken = TestCloud.server().port();
        assertThatThrownBy(() -> CloudServer.start(
                        ServerOptions.of(taken, TestCloud.DATABASE).withHost("127.0.0.1")))
                .isInstanceOf(ServerNotStarted.class)
                .hasMessageContaining("port " + taken + " is taken");
        var nowhere = new ServerOptions.Database.Given("jdbc:postgresql://127.0.0.1:1/x?user=a&password=b");
        assertThatThrownBy(() -> CloudServer.start(ServerOptions.of(0, nowhere)))
                .isInstanceOf(ServerNotStarted.class)
                .hasMessageStartingWith("the database cannot be opened");
        assertThatThrownBy(() -> SiteAdministration.open(nowhere)).isInstanceOf(ServerNotStarted.class);
    }
}
