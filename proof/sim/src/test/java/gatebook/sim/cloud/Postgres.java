package gatebook.sim.cloud;

import gatebook.ledger.Ledger;
import gatebook.ledger.cluster.OwnPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/** One ledger on one PostgreSQL for all scenarios; each founds a site of its own. */
final class Postgres {
    static final Yard YARD = new Yard(new UUID(0, 1), "Yard", ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR"));

    private static final OwnPostgres SERVER =
            OwnPostgres.open(Path.of("target", "postgres").toAbsolutePath(), new SecureRandom());
    private static final HandClock CLOCK = new HandClock();
    private static final Ledger LEDGER = Ledger.open(SERVER.settings(), CLOCK, UUID::randomUUID, new SecureRandom());
    private static final RowVault VAULT = new RowVault(SERVER.settings());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            LEDGER.close();
            SERVER.close();
        }));
    }

    private Postgres() {}

    /** A new site, and the clock that its ledger reads. */
    static LedgerCloud site() {
        return new LedgerCloud(LEDGER, VAULT, YARD, CLOCK);
    }

    static HandClock clock() {
        return CLOCK;
    }
}
