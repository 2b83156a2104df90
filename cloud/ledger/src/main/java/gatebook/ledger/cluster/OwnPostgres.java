package gatebook.ledger.cluster;

import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.access.Login;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A PostgreSQL that this program runs itself, its data in a folder that stays. Any process may open the folder: the first
 * one starts the server, the others find it running, the last one to leave stops it. If it goes down meanwhile, they start it
 * again. It listens on this machine only, on a port that it keeps as long as nobody else takes it, and asks for passwords.
 */
public final class OwnPostgres implements AutoCloseable {
    private final Path folder;
    private final Server server;
    private final Tenancy tenancy;
    private final LedgerSettings settings;
    private final Guard guard;

    private OwnPostgres(Path folder, Server server, Tenancy tenancy, LedgerSettings settings) {
        this.folder = folder;
        this.server = server;
        this.tenancy = tenancy;
        this.settings = settings;
        this.guard = Guard.over(new Reviving());
    }

    /**
     * Starts the server over {@code folder}, or finds the one that runs there.
     *
     * @param folder made when missing; only this account may read it
     * @param secrets for the passwords, made once and kept beside the data
     */
    @SuppressWarnings("try") // the lock is held, not spoken to
    public static synchronized OwnPostgres open(Path folder, RandomGenerator secrets) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Private.folder(home);
            try (FileChannel turn = turn(home);
                    FileLock held = turn.lock()) {
                Passwords passwords = Passwords.of(home, secrets);
                Server server = new Server(
                        home, new Program(Binaries.home(home.resolve("postgresql"))), new KeptPort(home, secrets));
                if (!Tenancy.isEmpty(users(home))) {
                    server.again(); // where the others wait for it
                }
                int port = server.running(passwords);
                FirstRoles.ensure(port, passwords);
                LedgerSettings settings = LedgerSettings.ofOwner(
                        "jdbc:postgresql://127.0.0.1:" + port + "/" + FirstRoles.DATABASE,
                        new Login(FirstRoles.OWNER, passwords.owner()));
                return new OwnPostgres(home, server, Tenancy.in(users(home)), settings);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the database folder " + home + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** How to reach it. */
    public LedgerSettings settings() {
        return settings;
    }

    /** Leaves; stops the server cleanly if nobody else uses it. */
    @Override
    public void close() {
        guard.close();
        leave(this);
    }

    /** What its guard does when it is down. */
    private final class Reviving implements Guard.Revival {
        @Override
        public Optional<ProcessHandle> postmaster() throws IOException {
            return server.postmaster();
        }

        @Override
        public void again() throws IOException {
            revive(OwnPostgres.this);
        }
    }

    @SuppressWarnings("try")
    private static synchronized void revive(OwnPostgres one) throws IOException {
        try (FileChannel turn = turn(one.folder);
                FileLock held = turn.lock()) {
            if (one.tenancy.isHere()) {
                one.server.again();
            }
        }
    }

    /** For the whole program, since a file lock tells processes apart and not threads. */
    @SuppressWarnings("try")
    private static synchronized void leave(OwnPostgres one) {
        try (FileChannel turn = turn(one.folder);
                FileLock held = turn.lock()) {
            one.tenancy.close();
            if (Tenancy.isEmpty(users(one.folder))) {
                one.server.stop();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the database could not be left: " + e.getMessage(), e);
        }
    }

    private static FileChannel turn(Path folder) throws IOException {
        return FileChannel.open(folder.resolve("turn.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path users(Path folder) {
        return folder.resolve("users");
    }
}
