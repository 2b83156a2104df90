package gatebook.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** A program that talks to the server over HTTP, with the token of one desk or none. */
record Caller(URI base, String token, UUID device, AtomicLong deviceSeq) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Caller(URI base, String token, UUID device) {
        this(base, token, device, new AtomicLong());
    }

    static Caller enrolled(RunningServer server, String code) {
        Answer answer = new Caller(server.baseUrl(), "", new UUID(0, 0))
                .post("/v1/devices", "{\"enrolment_code\":\"" + code + "\",\"device_name\":\"Gate\"}")
                .is(201);
        return new Caller(server.baseUrl(), (String) answer.json().get("token"), UUID.fromString((String)
                answer.json().get("device_id")));
    }

    /** The same desk at another process. */
    Caller at(RunningServer other) {
        return new Caller(other.baseUrl(), token, device, deviceSeq);
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    Answer get(String path, String... headers) {
        return send(with(request(path).GET(), headers));
    }

    Answer post(String path, String json, String... headers) {
        return send(with(json(path).POST(BodyPublishers.ofString(json)), headers));
    }

    Answer put(String path, String json, String... headers) {
        return send(with(json(path).PUT(BodyPublishers.ofString(json)), headers));
    }

    Answer delete(String path, String... headers) {
        return send(with(request(path).DELETE(), headers));
    }

    Answer postBytes(String path, byte[] body, String... headers) {
        return send(with(request(path).POST(BodyPublishers.ofByteArray(body)), headers));
    }

    /** Pushes operations, each a JSON object, under the next number of this desk. */
    Answer push(String... operations) {
        return post("/v1/sync/push", pushBody(operations));
    }

    String pushBody(String... operations) {
        return "{\"device_seq\":" + deviceSeq.incrementAndGet() + ",\"operations\":[" + String.join(",", operations)
                + "]}";
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = exchange(request.build(), BodyHandlers.ofByteArray());
        boolean packed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        return new Answer(
                response.statusCode(), response.headers(), packed ? unpacked(response.body()) : text(response.body()));
    }

    HttpResponse<InputStream> open(String path) {
        return exchange(request(path).GET().build(), BodyHandlers.ofInputStream());
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String unpacked(byte[] body) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return text(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
