package gatebook.api;

import gatebook.ledger.site.SiteId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/** One real server over one real PostgreSQL for all tests of this JVM, and desks that are enrolled there. */
final class TestCloud {
    static final ServerOptions.Database DATABASE = new ServerOptions.Database.Own(folder());
    private static final RunningServer SERVER = CloudServer.start(options());
    private static final SiteAdministration ADMINISTRATION = SiteAdministration.open(DATABASE);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ADMINISTRATION.close();
            SERVER.close();
        }));
    }

    private TestCloud() {}

    static RunningServer server() {
        return SERVER;
    }

    static SiteAdministration administration() {
        return ADMINISTRATION;
    }

    static ServerOptions options() {
        return ServerOptions.of(0, DATABASE).withHost("127.0.0.1");
    }

    static SiteId site() {
        return ADMINISTRATION.createSite("Yard", ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR"));
    }

    static String code(SiteId site) {
        return ADMINISTRATION.enrolmentCode(site).orElseThrow().text();
    }

    /** A desk of a site of its own. */
    static Caller desk() {
        return desk(site());
    }

    static Caller desk(SiteId site) {
        return Caller.enrolled(SERVER, code(site));
    }

    static Caller stranger() {
        return new Caller(SERVER.baseUrl(), "", new UUID(0, 0));
    }

    static Path folder() {
        try {
            Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "cloud-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
