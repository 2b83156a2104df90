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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String THEIRS = "select uuid, data from floor.entries where uuid = any(?::uuid[])";

    private static final String REPLACE = """
            update floor.entries e set data = row.data from unnest(?::uuid[], ?::text[]) as row (uuid, data)
            where e.uuid = row.uuid""";

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
                http.createContext("/compare", server::compare);
                http.createContext("/replace", server::replace);
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
        Map<String, String> sent = sent(exchange);
        write(ENTRIES, sent);
        answer(exchange, "ok");
        sent.values().forEach(this::tell);
    }

    private void replace(HttpExchange exchange) throws IOException {
        write(REPLACE, sent(exchange));
        answer(exchange, "ok");
    }

    /** Answers with the server's payload of each record where it is another one than what was sent. */
    private void compare(HttpExchange exchange) throws IOException {
        Map<String, String> sent = sent(exchange);
        StringBuilder differing = new StringBuilder();
        theirs(sent.keySet()).forEach((id, data) -> {
            if (!data.equals(sent.get(id))) {
                differing.append(id).append(' ').append(data).append('\n');
            }
        });
        answer(exchange, differing.toString());
    }

    private static Map<String, String> sent(HttpExchange exchange) throws IOException {
        Map<String, String> sent = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(exchange.getRequestBody(), 16_384), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sent.put(line.substring(0, 36), line.substring(37));
            }
        }
        return sent;
    }

    private synchronized void write(String entries, Map<String, String> payloads) throws IOException {
        try {
            for (String sql : List.of(entries, LOG)) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setArray(
                            1,
                            connection.createArrayOf("text", payloads.keySet().toArray()));
                    statement.setArray(
                            2,
                            connection.createArrayOf("text", payloads.values().toArray()));
                    statement.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private synchronized Map<String, String> theirs(Set<String> ids) throws IOException {
        Map<String, String> theirs = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(THEIRS)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    theirs.put(rows.getString(1), rows.getString(2));
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return theirs;
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
