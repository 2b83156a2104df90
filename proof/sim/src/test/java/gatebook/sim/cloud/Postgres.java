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

    private static final HandClock CLOCK = new HandClock();
    private static final Ledger LEDGER;
    private static final RowVault VAULT;

    static {
        OwnPostgres server = OwnPostgres.open(Path.of("target", "postgres").toAbsolutePath(), new SecureRandom());
        RowVault.remove(server.settings());
        LEDGER = Ledger.open(server.settings(), CLOCK, UUID::randomUUID, new SecureRandom());
        VAULT = RowVault.beside(server.settings());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            LEDGER.close();
            server.close();
        }));
    }

    private Postgres() {}

    /** A new site of the ledger. */
    static LedgerCloud site() {
        return new LedgerCloud(LEDGER, VAULT, YARD, CLOCK);
    }

    /** The clock that the ledger reads. */
    static HandClock clock() {
        return CLOCK;
    }
}
