package gatebook.ledger.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The server process over one folder; the caller sees to it that one thread at a time in one process is here. */
final class Server {
    /** The sessions of a server that was killed hold its memory for a moment longer. */
    private static final int START_TRIES_MAX = 5;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    /** After a crash the log is played back first. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final String CONNECTIONS_MAX = "100";

    private final Path folder;
    private final Path data;
    private final Path words;
    private final Program program;
    private final PidFile pid;
    private final KeptPort port;

    Server(Path folder, Program program, KeptPort port) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.words = folder.resolve("last-command.log");
        this.program = program;
        this.pid = new PidFile(data);
        this.port = port;
    }

    /** The port of the server, which is started if it is not running; at another port if a stranger has its own. */
    int running(Passwords passwords) throws IOException {
        if (!Files.isDirectory(data)) {
            make(passwords);
        }
        return pid.postmaster().isPresent() ? portOnceReady() : start(port.usable());
    }

    /** Starts it again where its users know it, unless it is running. */
    void again() throws IOException {
        if (pid.postmaster().isEmpty()) {
            start(port.kept().orElseThrow(() -> new IOException("it is not known on which port it was")));
        }
    }

    /** The process at work; empty while it is down. */
    Optional<ProcessHandle> postmaster() throws IOException {
        return pid.postmaster();
    }

    /** Stops it cleanly; sessions still open are ended. */
    void stop() throws IOException {
        Program.Result result =
                program.run(words, "pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w"));
        if (result.status() != 0 && pid.postmaster().isPresent()) {
            throw new IOException("the server does not stop: " + result.output());
        }
    }

    /** Makes the data beside its place and moves it there when it is whole. */
    private void make(Passwords passwords) throws IOException {
        Path half = folder.resolve("data.new");
        Trash.delete(half);
        Path secret = folder.resolve("superuser.tmp");
        Private.file(secret, passwords.superuser());
        try {
            Program.Result result = program.run(
                    words,
                    "initdb",
                    List.of(
                            "-D",
                            half.toString(),
                            "-U",
                            FirstRoles.SUPERUSER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + secret,
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--data-checksums"));
            if (result.status() != 0) {
                throw new IOException("initdb failed: " + result.output());
            }
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private int start(int at) throws IOException {
        String output = "";
        for (int attempt = 1; attempt <= START_TRIES_MAX; attempt++) {
            pid.clearRemnant();
            Program.Result result = program.run(
                    words,
                    "pg_ctl",
                    List.of(
                            "start",
                            "-w",
                            "-t",
                            Long.toString(READY_WITHIN.toSeconds()),
                            "-D",
                            data.toString(),
                            "-l",
                            folder.resolve("server.log").toString(),
                            "-o",
                            "-p " + at + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                                    + " -c max_connections=" + CONNECTIONS_MAX
                                    + " -c fsync=on -c full_page_writes=on -c synchronous_commit=on"
                                    + " -c timezone=UTC -c log_timezone=UTC"));
            if (result.status() == 0) {
                return at;
            }
            output = result.output();
            pause(BETWEEN_TRIES);
        }
        throw new IOException("the server does not start, see server.log there: " + output);
    }

    /** Of a server that somebody started, and may have died over it before it was up. */
    private int portOnceReady() throws IOException {
        long looks = READY_WITHIN.dividedBy(LOOK_EVERY);
        for (long look = 0; look < looks && pid.postmaster().isPresent(); look++) {
            OptionalInt ready = pid.portOfReady();
            if (ready.isPresent()) {
                return ready.getAsInt();
            }
            pause(LOOK_EVERY);
        }
        throw new IOException("the server does not come up, see server.log there");
    }

    private static void pause(Duration span) throws IOException {
        try {
            new CountDownLatch(1).await(span.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("broken off");
        }
    }
}
