package gatebook.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to the cloud that carries every request and may lose the answers of the next pushes: the cloud has them then. */
final class ForgetfulLine implements AutoCloseable {
    private static final Set<String> SET_BY_THE_CLIENT =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings");
    private static final String PUSH = "/v1/sync/push";

    private final URI cloud;
    private final HttpServer listening;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger toLose = new AtomicInteger();
    private final AtomicInteger pushes = new AtomicInteger();

    ForgetfulLine(String cloud) throws IOException {
        this.cloud = URI.create(cloud);
        this.listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.createContext("/", this::carry);
        listening.start();
    }

    /** The cloud's address as desks at this end know it. */
    String address() {
        return "http://127.0.0.1:" + listening.getAddress().getPort();
    }

    void loseAnswers(int count) {
        toLose.set(count);
    }

    /** How many pushes came by, answered or not. */
    int pushes() {
        return pushes.get();
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            HttpResponse<byte[]> answer = client.send(request(exchange, path), BodyHandlers.ofByteArray());
            if (path.equals(PUSH)) {
                pushes.incrementAndGet();
                if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return; // closed without a word
                }
            }
            answer.headers().map().forEach((name, values) -> {
                if (!SET_BY_THE_CLIENT.contains(name) && !name.equals("transfer-encoding")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(cloud.resolve(path))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        listening.stop(0);
        client.close();
    }
}
