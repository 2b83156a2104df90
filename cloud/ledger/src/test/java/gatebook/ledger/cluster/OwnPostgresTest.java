package gatebook.ledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.site.SiteId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPostgresTest {
    private static final int TRIES_MAX = 12;

    @TempDir
    Path folder;

    @Test
    void theDataStaysOverARestartAndOverAKill() throws Exception {
        SiteId site;
        try (OwnPostgres first = OwnPostgres.open(folder, new Random(1));
                var ledger = TestLedger.open(first.settings())) {
            site = ledger.createSite("Yard", TestLedger.KOLKATA, TestLedger.RUPEES);
        }
        assertThat(folder.resolve("data").resolve("postmaster.pid")).doesNotExist();
        try (OwnPostgres second = OwnPostgres.open(folder, new Random(2));
                var ledger = TestLedger.open(second.settings())) {
            assertThat(ledger.site(site)).isPresent();
            kill();
        }
        try (OwnPostgres third = OwnPostgres.open(folder, new Random(3));
                var ledger = TestLedger.open(third.settings())) {
            assertThat(ledger.site(site)).isPresent();
        }
    }

    @Test
    void aSecondUserFindsTheServerRunningAndTheLastOneStopsIt() {
        OwnPostgres server = OwnPostgres.open(folder, new Random(1));
        OwnPostgres command = OwnPostgres.open(folder, new Random(2));
        assertThat(command.settings()).isEqualTo(server.settings());
        server.close();
        try (var ledger = TestLedger.open(command.settings())) {
            assertThat(ledger.isReachable()).isTrue();
        }
        command.close();
        assertThat(folder.resolve("data").resolve("postmaster.pid")).doesNotExist();
    }

    /** Checks 15 and 20. */
    @Test
    void asksForPasswordsAndKeepsThemToItself() throws IOException {
        try (OwnPostgres own = OwnPostgres.open(folder, new Random(1))) {
            String url = own.settings().jdbcUrl();
            for (String user : List.of("postgres", "gatebook_owner")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "guessed")
                                .close())
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("passwords"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(own.settings())
                    .asString()
                    .doesNotContain(own.settings().owner().password());
            assertThat(own.settings())
                    .asString()
                    .doesNotContain(own.settings().app().password());
        }
    }

    /** The number in the leftover file now belongs to a program that is no PostgreSQL: this very test. */
    @Test
    void aLeftoverPidOfAnotherProgramDoesNotKeepTheServerFromStarting() throws IOException {
        OwnPostgres.open(folder, new Random(1)).close();
        Files.writeString(
                folder.resolve("data").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n1\n1\n\n127.0.0.1\n0\nready\n");
        try (OwnPostgres own = OwnPostgres.open(folder, new Random(2));
                var ledger = TestLedger.open(own.settings())) {
            assertThat(ledger.isReachable()).isTrue();
            assertThat(ledger.createSite("Y", TestLedger.KOLKATA, TestLedger.RUPEES))
                    .isNotEqualTo(new SiteId(Samples.id()));
        }
    }

    /** As after a power cut: the number is that of a PostgreSQL which works elsewhere. */
    @Test
    void aLeftoverPidOfAnotherPostgresDoesNotKeepTheServerFromStarting(@TempDir Path elsewhere) throws IOException {
        OwnPostgres.open(folder, new Random(1)).close();
        try (OwnPostgres other = OwnPostgres.open(elsewhere, new Random(4))) {
            Files.copy(pidFile(elsewhere), pidFile(folder));
            try (OwnPostgres own = OwnPostgres.open(folder, new Random(2));
                    var ledger = TestLedger.open(own.settings())) {
                assertThat(ledger.isReachable()).isTrue();
                assertThat(own.settings().jdbcUrl())
                        .isNotEqualTo(other.settings().jdbcUrl());
            }
        }
    }

    @Test
    void anEmptyPidFileDoesNotKeepTheServerFromStarting() throws IOException {
        OwnPostgres.open(folder, new Random(1)).close();
        Files.createFile(pidFile(folder));
        try (OwnPostgres own = OwnPostgres.open(folder, new Random(2));
                var ledger = TestLedger.open(own.settings())) {
            assertThat(ledger.isReachable()).isTrue();
        }
    }

    @Test
    void keepsItsPortUntilAStrangerTakesIt() throws IOException {
        String first;
        try (OwnPostgres own = OwnPostgres.open(folder, new Random(1))) {
            first = own.settings().jdbcUrl();
        }
        try (OwnPostgres again = OwnPostgres.open(folder, new Random(2))) {
            assertThat(again.settings().jdbcUrl()).isEqualTo(first);
        }
        int port = URI.create(first.substring("jdbc:".length())).getPort();
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                OwnPostgres elsewhere = OwnPostgres.open(folder, new Random(3))) {
            assertThat(stranger.isBound()).isTrue();
            assertThat(elsewhere.settings().jdbcUrl()).isNotEqualTo(first);
        }
    }

    @Test
    void aServerThatIsKilledComesAgainWhereItsUsersKnowIt() throws IOException {
        try (OwnPostgres own = OwnPostgres.open(folder, new Random(1));
                var ledger = TestLedger.open(own.settings())) {
            SiteId site = ledger.createSite("Yard", TestLedger.KOLKATA, TestLedger.RUPEES);
            kill();
            for (int tries = 0; tries < TRIES_MAX && !ledger.isReachable(); tries++) {
                // Asking waits a few seconds by itself.
            }
            assertThat(ledger.site(site)).isPresent();
            try (OwnPostgres beside = OwnPostgres.open(folder, new Random(2))) {
                assertThat(beside.settings()).isEqualTo(own.settings());
            }
        }
        assertThat(pidFile(folder)).doesNotExist();
    }

    @Test
    void theServerOfAUserThatWasKilledIsFoundWithAllItsData() throws Exception {
        Process user = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        UserToKill.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String site = user.inputReader().readLine();
        user.destroyForcibly().waitFor();
        assertThat(pidFile(folder)).as("the server lives on").exists();
        try (OwnPostgres next = OwnPostgres.open(folder, new Random(2));
                var ledger = TestLedger.open(next.settings())) {
            assertThat(ledger.site(new SiteId(UUID.fromString(site)))).isPresent();
        }
        assertThat(pidFile(folder)).as("nobody needs it any more").doesNotExist();
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("data").resolve("postmaster.pid");
    }

    private void kill() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(pidFile(folder)).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }
}
