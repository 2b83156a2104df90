package gatebook.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What answers at the cloud's address instead of the cloud, or as a cloud that serves nobody. */
final class Stranger implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch silent = new CountDownLatch(1);

    private Stranger(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answer));
        server.start();
    }

    /**
     * What it says to everything.
     *
     * @param ours whether it bears the marks of this service
     */
    private record Answer(int status, boolean ours, boolean soon, String body) {}

    /** A page of a network that wants to be signed in to. */
    static Stranger portal() throws IOException {
        return new Stranger(new Answer(200, false, true, "<html>Welcome to the network</html>"));
    }

    /** A gateway behind which nothing runs. */
    static Stranger gateway() throws IOException {
        return new Stranger(new Answer(502, false, true, "bad gateway"));
    }

    /** A cloud that refuses every request with this status and code. */
    static Stranger cloud(int status, String code) throws IOException {
        return new Stranger(new Answer(status, true, true, "{\"status\": " + status + ", \"code\": \"" + code + "\"}"));
    }

    /** A cloud that takes a request and is long in answering. */
    static Stranger silent() throws IOException {
        return new Stranger(new Answer(503, true, false, "{}"));
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (!answer.soon()) {
                silent.await();
            }
            if (answer.ours()) {
                exchange.getResponseHeaders().set("Gatebook-Protocol", "1");
                String nonce = exchange.getRequestHeaders().getFirst("Gatebook-Nonce");
                if (nonce != null) {
                    exchange.getResponseHeaders().set("Gatebook-Nonce", nonce);
                }
                exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        silent.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
