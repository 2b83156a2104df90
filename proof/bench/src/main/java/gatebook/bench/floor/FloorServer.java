package gatebook.bench.floor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.cluster.OwnPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** The barest server, over the PostgreSQL of the product's own: lines in, one row and one log row each, one commit. */
public final class FloorServer {
    private static final String TABLES = """
            create schema if not exists floor;
            create table if not exists floor.entries (uuid uuid primary key, data text not null);
            create table if not exists floor.log (id bigserial primary key, uuid uuid not null, data text not null,
                                                  at timestamptz not null default now());
            """;

    private static final String ENTRIES = "insert into floor.entries select * from unnest(?::uuid[], ?::text[])";
    private static final String LOG = "insert into floor.log (uuid, data) select * from unnest(?::uuid[], ?::text[])";
    private static final String LAST = "select last_value from floor.log_id_seq";

    private final Connection connection;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private FloorServer(Connection connection) {
        this.connection = connection;
    }

    private record Listener(OutputStream stream, CountDownLatch gone) {}

    /** Serves until {@code orders} end; says its address first. */
    public static void run(Path folder, BufferedReader orders, PrintStream answers) throws IOException, SQLException {
        try (OwnPostgres postgres = OwnPostgres.open(folder, new SecureRandom())) {
            LedgerSettings settings = postgres.settings();
            try (Connection connection = DriverManager.getConnection(
                            settings.jdbcUrl(),
                            settings.owner().user(),
                            settings.owner().password());
                    Statement statement = connection.createStatement()) {
                statement.execute(TABLES);
                connection.setAutoCommit(false);
                FloorServer server = new FloorServer(connection);
                HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                http.createContext("/push", server::push);
                http.createContext("/last", server::last);
                http.createContext("/events", server::events);
                http.start();
                answers.println("http://127.0.0.1:" + http.getAddress().getPort());
                while (orders.readLine() != null) {
                    // Only their end says something.
                }
                http.stop(0);
            }
        }
    }

    private void push(HttpExchange exchange) throws IOException {
        List<String> ids = new ArrayList<>();
        List<String> payloads = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(exchange.getRequestBody(), 16_384), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ids.add(line.substring(0, 36));
                payloads.add(line.substring(37));
            }
        }
        try {
            insert(ids.toArray(String[]::new), payloads.toArray(String[]::new));
        } catch (SQLException e) {
            throw new IOException(e);
        }
        answer(exchange, "ok");
        payloads.forEach(this::tell);
    }

    private synchronized void insert(String[] ids, String[] payloads) throws SQLException {
        for (String sql : List.of(ENTRIES, LOG)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("text", ids));
                statement.setArray(2, connection.createArrayOf("text", payloads));
                statement.executeUpdate();
            }
        }
        connection.commit();
    }

    private void last(HttpExchange exchange) throws IOException {
        answer(exchange, Long.toString(lastId()));
    }

    private synchronized long lastId() throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(LAST);
                ResultSet row = statement.executeQuery()) {
            long last = row.next() ? row.getLong(1) : 0;
            connection.commit();
            return last;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private void events(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        Listener listener = new Listener(exchange.getResponseBody(), new CountDownLatch(1));
        listeners.add(listener);
        listener.stream().write('\n');
        listener.stream().flush();
        try {
            listener.gone().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String payload) {
        byte[] line = (payload + "\n").getBytes(StandardCharsets.UTF_8);
        listeners.removeIf(listener -> !hears(listener, line));
    }

    private static boolean hears(Listener listener, byte[] line) {
        try {
            listener.stream().write(line);
            listener.stream().flush();
            return true;
        } catch (IOException hungUp) {
            listener.gone().countDown();
            return false;
        }
    }
}
