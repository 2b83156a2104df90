package gatebook.faults.wire;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerOptions;
import gatebook.ledger.Ledger;
import gatebook.ledger.cluster.OwnPostgres;
import gatebook.ledger.history.HistoryRow;
import gatebook.ledger.site.SiteId;
import gatebook.rules.entry.EntryId;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** The cloud as it is shipped, over a PostgreSQL of its own, and a look into its ledger past all lines. */
final class WireCloud implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    static final Currency CURRENCY = Currency.getInstance("INR");

    private final RunningServer server;
    private final OwnPostgres postgres;
    private final Ledger ledger;

    private WireCloud(RunningServer server, OwnPostgres postgres, Ledger ledger) {
        this.server = server;
        this.postgres = postgres;
        this.ledger = ledger;
    }

    static WireCloud start(Path folder) {
        SecureRandom secrets = new SecureRandom();
        RunningServer server = CloudServer.start(
                ServerOptions.of(0, new ServerOptions.Database.Own(folder)).withHost("127.0.0.1"));
        OwnPostgres postgres = OwnPostgres.open(folder, secrets);
        Ledger ledger = Ledger.open(postgres.settings(), Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch, secrets);
        return new WireCloud(server, postgres, ledger);
    }

    URI address() {
        return server.baseUrl();
    }

    SiteId site() {
        return ledger.createSite("Yard", ZONE, CURRENCY);
    }

    String code(SiteId site) {
        return ledger.enrolmentCode(site).orElseThrow().text();
    }

    /** How many desks ever joined. */
    int desks(SiteId site) {
        return ledger.desks(site).size();
    }

    /** What took effect on a record, the oldest first. */
    List<HistoryRow> effects(SiteId site, EntryId record) {
        return ledger.history(site, record);
    }

    @Override
    public void close() {
        ledger.close();
        server.close();
        postgres.close();
    }
}
