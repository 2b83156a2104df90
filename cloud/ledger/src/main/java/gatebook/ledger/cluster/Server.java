package gatebook.ledger.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The server process over one folder; the caller sees to it that one thread at a time in one process is here. */
final class Server {
    private static final int START_TRIES_MAX = 3;
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final String CONNECTIONS_MAX = "100";

    private final Path folder;
    private final Path data;
    private final Path words;
    private final Program program;

    Server(Path folder, Program program) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.words = folder.resolve("last-command.log");
        this.program = program;
    }

    /** The port of the server, which is started if it is not running. */
    int running(Passwords passwords) throws IOException {
        if (!Files.isDirectory(data)) {
            make(passwords);
        }
        Optional<Integer> port = portOfRunning();
        return port.isPresent() ? port.get() : start();
    }

    /** Stops it cleanly; sessions still open are ended. */
    void stop() throws IOException {
        Program.Result result =
                program.run(words, "pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w"));
        if (result.status() != 0 && isRunning()) {
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

    private int start() throws IOException {
        clearForeignPid();
        String output = "";
        for (int attempt = 1; attempt <= START_TRIES_MAX; attempt++) {
            int port = freePort();
            Program.Result result = program.run(
                    words,
                    "pg_ctl",
                    List.of(
                            "start",
                            "-w",
                            "-D",
                            data.toString(),
                            "-l",
                            folder.resolve("server.log").toString(),
                            "-o",
                            "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                                    + " -c max_connections=" + CONNECTIONS_MAX
                                    + " -c fsync=on -c full_page_writes=on -c synchronous_commit=on"
                                    + " -c timezone=UTC -c log_timezone=UTC"));
            if (result.status() == 0) {
                return portOfRunning().orElse(port);
            }
            output = result.output();
        }
        throw new IOException("the server does not start, see server.log there: " + output);
    }

    private Optional<Integer> portOfRunning() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file) || !isRunning()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return lines.size() <= PORT_LINE
                ? Optional.empty()
                : Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()));
    }

    private boolean isRunning() {
        return program.run(words, "pg_ctl", List.of("status", "-D", data.toString()))
                        .status()
                == 0;
    }

    /**
     * After a power cut the number in {@code postmaster.pid} may by now be another program's, and the server would not start
     * for fear of that one. If it is known not to be a PostgreSQL the file is cleared away.
     */
    private void clearForeignPid() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        Optional<String> command = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
                        .flatMap(process -> process.info().command());
        if (command.isPresent() && !command.get().contains("postgres")) {
            Files.delete(file);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
