package gatebook.faults.outage;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.api.ServerOptions;
import gatebook.api.SiteAdministration;
import gatebook.ledger.Ledger;
import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.cluster.OwnPostgres;
import gatebook.ledger.site.SiteId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A cloud of real processes that can be killed, and a look into its ledger past all of them. */
final class AttackedCloud implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final Currency CURRENCY = Currency.getInstance("INR");

    private final Keeping keeping;
    private final Path data;
    private final Postmaster postmaster;
    private final @Nullable OwnPostgres given;
    private final ServerProcess server;

    private AttackedCloud(Keeping keeping, Path data, @Nullable OwnPostgres given, ServerProcess server) {
        this.keeping = keeping;
        this.data = data;
        this.postmaster = new Postmaster(data);
        this.given = given;
        this.server = server;
    }

    /**
     * Starts it in an empty folder.
     *
     * @param java the command that runs the shipped program, without its words
     */
    static AttackedCloud start(Path folder, Keeping keeping, List<String> java)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        Path said = folder.resolve("server.err");
        Map<String, String> users =
                Map.of("XDG_DATA_HOME", folder.resolve("user").toString());
        AttackedCloud cloud = switch (keeping) {
            case OWN ->
                new AttackedCloud(
                        keeping, data, null, new ServerProcess(java, List.of("--data", data.toString()), users, said));
            case GIVEN -> {
                OwnPostgres given = OwnPostgres.open(data, new SecureRandom());
                yield new AttackedCloud(
                        keeping,
                        data,
                        given,
                        new ServerProcess(java, List.of("--database-url", url(given.settings())), users, said));
            }
        };
        try {
            cloud.server.start();
        } catch (IllegalStateException notStarted) {
            cloud.close();
            throw notStarted;
        }
        return cloud;
    }

    private static String url(LedgerSettings settings) {
        return settings.jdbcUrl() + "?user=" + settings.owner().user() + "&password="
                + settings.owner().password();
    }

    Keeping keeping() {
        return keeping;
    }

    URI address() {
        return server.address();
    }

    SiteId site() {
        return atOffice(office -> office.createSite("Yard", ZONE, CURRENCY));
    }

    String code(SiteId site) {
        return atOffice(office -> office.enrolmentCode(site).orElseThrow().text());
    }

    private <R> R atOffice(Function<SiteAdministration, R> work) {
        ServerOptions.Database database = given == null
                ? new ServerOptions.Database.Own(data)
                : new ServerOptions.Database.Given(url(given.settings()));
        try (SiteAdministration office = SiteAdministration.open(database)) {
            return work.apply(office);
        }
    }

    void kill(Victim victim, RandomGenerator random) throws IOException {
        switch (victim) {
            case SERVER -> server.kill();
            case DATABASE -> postmaster.kill();
            case SESSION -> postmaster.killSession(random);
            case BOTH -> {
                server.kill();
                postmaster.kill();
            }
        }
    }

    boolean serverIsAlive() {
        return server.isAlive();
    }

    /** Starts the server if it is down; what was wrong with that. PostgreSQL must come up again by itself. */
    List<String> comeBack() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        if (!server.isAlive()) {
            int starts = server.start();
            if (starts > 1 && keeping == Keeping.OWN) {
                wrong.add("the server needed " + starts + " starts with a PostgreSQL of its own");
            }
        }
        return wrong;
    }

    /** Looks into the ledger as it stands in the database. */
    <R> R look(Function<Ledger, R> look) {
        SecureRandom secrets = new SecureRandom();
        try (OwnPostgres postgres = OwnPostgres.open(data, secrets);
                Ledger ledger = Ledger.open(
                        postgres.settings(), Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch, secrets)) {
            return look.apply(ledger);
        }
    }

    @Override
    public void close() {
        server.close();
        if (given == null) {
            OwnPostgres.open(data, new SecureRandom()).close(); // one that outlived its server is stopped
        } else {
            given.close();
        }
    }
}
