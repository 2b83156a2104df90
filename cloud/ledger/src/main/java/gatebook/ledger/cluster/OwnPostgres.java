package gatebook.ledger.cluster;

import gatebook.ledger.access.LedgerSettings;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * A PostgreSQL that this program runs itself, its data in a folder that stays. Any process may open the folder: the first
 * one starts the server, the others find it running.
 */
public final class OwnPostgres implements AutoCloseable {
    private OwnPostgres() {}

    /**
     * Starts the server over {@code folder}, or finds the one that runs there.
     *
     * @param folder made when missing; only this account may read it
     * @param secrets for the passwords, made once and kept beside the data
     */
    public static OwnPostgres open(Path folder, RandomGenerator secrets) {
        return pending();
    }

    /** How to reach it. */
    public LedgerSettings settings() {
        return pending();
    }

    /** Stops the server cleanly if this object started it. */
    @Override
    public void close() {
        pending();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T pending() {
        throw new UnsupportedOperationException("not built yet");
    }
}
