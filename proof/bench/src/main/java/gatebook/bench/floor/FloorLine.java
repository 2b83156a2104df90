package gatebook.bench.floor;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** The barest client of {@link FloorServer}. */
public final class FloorLine implements AutoCloseable {
    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public FloorLine(URI server) {
        this.server = server;
    }

    /** Sends payloads as one gzip request. */
    public void push(List<FloorBook.Waiting> batch) {
        send("/push", batch);
    }

    /** Sends payloads that take the place of the server's. */
    public void replace(List<FloorBook.Waiting> batch) {
        send("/replace", batch);
    }

    /** Sends payloads; the server's own by id, where it holds another. */
    public Map<String, String> compare(List<FloorBook.Waiting> batch) {
        Map<String, String> theirs = new HashMap<>();
        send("/compare", batch).lines().forEach(line -> theirs.put(line.substring(0, 36), line.substring(37)));
        return theirs;
    }

    private String send(String path, List<FloorBook.Waiting> batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 * 1_024);
        try (OutputStream gzip = new QuickGzip(bytes)) {
            for (FloorBook.Waiting one : batch) {
                gzip.write((one.uuid() + " " + one.data() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ask(HttpRequest.newBuilder(server.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
                .build());
    }

    /** Asks how far the server is. */
    public String last() {
        return ask(HttpRequest.newBuilder(server.resolve("/last")).GET().build());
    }

    /** Hands over each payload that the server is sent, until the line is closed; its first word is an empty line. */
    public void listen(Consumer<String> payloads) {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/events")).GET().build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    payloads.accept(line);
                }
            }
        } catch (IOException closed) {
            // The end of the run.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** At the level that the product's desk uses. */
    private static final class QuickGzip extends GZIPOutputStream {
        private static final int LEVEL = 3;

        QuickGzip(OutputStream out) throws IOException {
            super(out, 16_384);
            def.setLevel(LEVEL);
        }
    }

    private String ask(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the floor's server answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
