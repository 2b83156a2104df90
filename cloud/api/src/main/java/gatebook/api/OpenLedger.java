package gatebook.api;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.ledger.Ledger;
import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.cluster.OwnPostgres;
import gatebook.ledger.site.IdSource;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A ledger with the PostgreSQL under it, where that is our own; opened and closed together. */
final class OpenLedger implements AutoCloseable {
    static final IdSource IDS = UuidCreator::getTimeOrderedEpoch;

    private final Ledger ledger;
    private final @Nullable OwnPostgres postgres;

    private OpenLedger(Ledger ledger, @Nullable OwnPostgres postgres) {
        this.ledger = ledger;
        this.postgres = postgres;
    }

    static OpenLedger of(ServerOptions.Database database) {
        SecureRandom secrets = new SecureRandom();
        return switch (database) {
            case ServerOptions.Database.Own(var folder) -> {
                OwnPostgres postgres = OwnPostgres.open(folder, secrets);
                try {
                    yield new OpenLedger(open(postgres.settings(), secrets), postgres);
                } catch (RuntimeException failed) {
                    postgres.close();
                    throw failed;
                }
            }
            case ServerOptions.Database.Given(String url) ->
                new OpenLedger(open(DatabaseUrl.settings(url, System.getenv()), secrets), null);
        };
    }

    private static Ledger open(LedgerSettings settings, SecureRandom secrets) {
        return Ledger.open(settings, Clock.systemUTC(), IDS, secrets);
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        try {
            ledger.close();
        } finally {
            if (postgres != null) {
                postgres.close();
            }
        }
    }
}
