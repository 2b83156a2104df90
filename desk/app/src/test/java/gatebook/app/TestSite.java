package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerOptions;
import gatebook.api.SiteAdministration;
import gatebook.rules.yard.Yard;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.sync.joining.Joining;
import gatebook.sync.transport.HttpCloud;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/** A real cloud with one site, for a test; desks join it by a code, as anywhere. */
final class TestSite implements AutoCloseable {
    private final ServerOptions.Database database;
    private final RunningServer server;
    private final SiteAdministration office;
    private final SiteAdministration.Site site;

    TestSite(Path folder) {
        database = new ServerOptions.Database.Own(folder);
        server = CloudServer.start(ServerOptions.of(0, database).withHost("127.0.0.1"));
        office = SiteAdministration.open(database);
        Yard yard = Yard.first();
        site = office.setUp("Test Yard", yard.zone(), yard.currency());
    }

    int port() {
        return server.port();
    }

    /** The desk in this folder belongs to the site from now on, and reaches it at this address. */
    void joins(Path folder, URI address) {
        Clock clock = Clock.systemUTC();
        RegisterFile file = new RegisterFile(new DeskHome(folder), clock, UuidCreator::getTimeOrderedEpoch);
        String code = office.joiningCode(site).orElseThrow().text();
        Yard yard = Yard.first();
        HttpCloud.Access access = new HttpCloud.Access(address, null, yard.zone(), yard.currency());
        try (Register register = ((Opening.Opened) file.open(Scrutiny.USUAL)).register();
                HttpCloud cloud = new HttpCloud(access, clock, System::nanoTime, new Random(1))) {
            Joining.Result joined = new Joining(register.database(), clock).join(cloud, address, code, "gate");
            assertThat(joined).isInstanceOf(Joining.Result.Joined.class);
        }
    }

    @Override
    public void close() {
        office.close();
        server.close();
    }
}
