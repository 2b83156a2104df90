package gatebook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that follows another one, made from a copy of its files, until it is promoted. */
final class Standby implements AutoCloseable {
    private final Path data;
    private final Path programs;
    private final int port;
    private final List<String> passwords;

    /**
     * @param cloud the folder of the server to follow, which is stopped while its files are copied
     * @param programs where PostgreSQL's programs are
     */
    Standby(Path cloud, Path folder, Path programs) {
        this.data = folder;
        this.programs = programs;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Stream<Path> files = Files.walk(cloud.resolve("data"))) {
            port = free.getLocalPort();
            passwords = Files.readAllLines(cloud.resolve("passwords"));
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        data.resolve(cloud.resolve("data").relativize(file)),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.createFile(data.resolve("standby.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts to follow the server at a port. */
    void follow(int primary) {
        try {
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=" + primary + " user=postgres password="
                            + passwords.getFirst() + "'\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        control(
                "start",
                "-w",
                "-l",
                data.resolveSibling("standby.log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on"
                        + " -c synchronous_commit=on -c full_page_writes=on");
    }

    /** Whether it has all that the other one has of a query's one answer. */
    boolean answers(String sql, String wanted) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && wanted.equals(row.getString(1));
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Hears no more of the other one: what it writes from now on is lost with it. */
    void cutOff() {
        run("alter system set primary_conninfo = ''");
        run("select pg_reload_conf()");
        TestHome.until("nothing is received", () -> answers("select count(*) from pg_stat_wal_receiver", "0"));
    }

    void promote() {
        run("select pg_promote(true, 60)");
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/gatebook?user=gatebook_owner&password=" + passwords.get(1);
    }

    private void run(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/gatebook", "postgres", passwords.getFirst());
    }

    private void control(String order, String... more) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(programs.resolve("pg_ctl").toString(), order, "-D", data.toString()));
        command.addAll(List.of(more));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolveSibling("standby-words.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(data.resolveSibling("standby-words.log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        control("stop", "-m", "fast", "-w");
    }
}
