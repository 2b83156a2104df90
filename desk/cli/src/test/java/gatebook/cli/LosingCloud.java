package gatebook.cli;

import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerOptions;
import gatebook.ledger.cluster.OwnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real cloud on a database of its own that can be put back to where it was: restored, or failed over too early. */
final class LosingCloud implements AutoCloseable {
    private final Path data;
    private final OwnPostgres postgres;
    private final TestHome operator;
    private final int port;
    private RunningServer server;

    LosingCloud(Path folder) {
        data = folder.resolve("cloud");
        postgres = OwnPostgres.open(data, new SecureRandom());
        operator = TestHome.now(folder.resolve("operator"));
        server = start(0);
        port = server.port();
    }

    String url() {
        return server.baseUrl().toString();
    }

    String site() {
        return operator.run("server", "create-site", "Test Yard", "--data", data.toString())
                .text("site_id");
    }

    String code(String site) {
        return operator.run("server", "--data", data.toString(), "enrolment-code", site)
                .text("code");
    }

    TestHome desk(Path folder, String site) {
        TestHome desk = TestHome.now(folder);
        TestHome.Said said = desk.json("enrol", "--server", url(), "--code", code(site));
        if (said.code() != 0) {
            throw new AssertionError(said.err());
        }
        return desk;
    }

    /** Keeps a copy of the whole database as it is now. */
    void backUp() {
        server.close();
        run("drop database if exists before", "create database before template gatebook");
        server = start(port);
    }

    /** Puts the database back to the copy: whatever was committed since is gone. */
    void restore() {
        server.close();
        run("drop database gatebook with (force)", "create database gatebook template before owner gatebook_owner");
        server = start(port);
    }

    private RunningServer start(int at) {
        return CloudServer.start(
                ServerOptions.of(at, new ServerOptions.Database.Own(data)).withHost("127.0.0.1"));
    }

    private void run(String... statements) {
        String url = postgres.settings().jdbcUrl();
        try (Connection connection = DriverManager.getConnection(
                        url.substring(0, url.lastIndexOf('/') + 1) + "postgres",
                        "postgres",
                        Files.readAllLines(data.resolve("passwords")).getFirst());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        postgres.close();
    }
}
