package gatebook.sync.transport;

import gatebook.rules.refusal.FieldError;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.digest.ContentDigest;
import gatebook.wire.json.Decoded;
import gatebook.wire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, under a {@link Watch}. An answer counts only if it proves to come from the cloud: the
 * protocol header, and the request's own nonce back. Everything else is a {@link Failure}, never an exception.
 */
final class HttpExchange {
    static final String PROTOCOL = "Gatebook-Protocol";
    static final String NONCE = "Gatebook-Nonce";

    /** The query once more, so that one byte changed in the address does not ask for something else. */
    static final String QUERY = "Gatebook-Query";

    private static final long BODY_BYTES_MAX = 64L * 1024 * 1024;

    private final HttpClient client;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final LongSupplier nanos;
    private volatile long skewMillis;

    HttpExchange(HttpClient client, ScheduledExecutorService timer, Clock clock, LongSupplier nanos) {
        this.client = client;
        this.timer = timer;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Reads the body of a 2xx answer. */
    @FunctionalInterface
    interface BodyReading<T> {
        Answer<T> read(HttpResponse<InputStream> response, InputStream body) throws IOException;
    }

    /** Cloud minus desk when last heard, by the header {@code Date}; exact to a second. */
    long skewMillis() {
        return skewMillis;
    }

    /** A body that is one JSON document. */
    static <T> Answer<T> document(Decoded<T> decoded, Watch watch) {
        return switch (decoded) {
            case Decoded.Read<T>(T message) -> new Answer.Heard<>(message);
            case Decoded.Refused<T>(List<FieldError> faults) ->
                failed(
                        watch.hasExpired() ? Failure.Kind.STALLED : Failure.Kind.UNREACHABLE,
                        "the answer was cut off or cannot be understood: " + faults.getFirst());
        };
    }

    Watch watch(Deadlines deadlines) {
        return new Watch(timer, nanos, deadlines);
    }

    <T> Answer<T> run(HttpRequest request, Watch watch, BodyReading<T> reading) {
        CompletableFuture<HttpResponse<InputStream>> sending =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            watch.ends(() -> sending.cancel(true));
            HttpResponse<InputStream> response = sending.get();
            watch.progress();
            try (InputStream raw = response.body()) {
                watch.ends(raw);
                return answered(request, response, watch, reading);
            }
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            return failed(Failure.Kind.UNREACHABLE, "broken off");
        } catch (ExecutionException e) {
            return broken(watch, e.getCause() == null ? e : e.getCause());
        } catch (CancellationException | IOException e) {
            return broken(watch, e);
        }
    }

    private <T> Answer<T> answered(
            HttpRequest request, HttpResponse<InputStream> response, Watch watch, BodyReading<T> reading)
            throws IOException {
        int status = response.statusCode();
        if (!isOurs(request, response)) {
            return status >= 502 && status <= 504
                    ? failed(Failure.Kind.CLOUD_DOWN, "a gateway answers " + status)
                    : failed(Failure.Kind.NOT_OUR_CLOUD, "what answers (" + status + ") is not the cloud");
        }
        measureSkew(response);
        String digest = response.headers().firstValue(ContentDigest.HEADER).orElse("");
        SentBody sent = new SentBody(new WatchedBody(response.body(), watch, BODY_BYTES_MAX));
        sent.on(!digest.isEmpty());
        Answer<T> answer = understood(response, sent, watch, reading);
        if (!digest.isEmpty() && sent.isNotOf(digest)) {
            return failed(Failure.Kind.UNREACHABLE, "the answer was changed on its way");
        }
        return answer;
    }

    private <T> Answer<T> understood(
            HttpResponse<InputStream> response, InputStream sent, Watch watch, BodyReading<T> reading)
            throws IOException {
        InputStream body = sent;
        if (response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            body = new WatchedBody(new GZIPInputStream(body, 16_384), watch, BODY_BYTES_MAX * 4);
        }
        return response.statusCode() / 100 == 2 ? reading.read(response, body) : refused(response, body);
    }

    private static boolean isOurs(HttpRequest request, HttpResponse<?> response) {
        Optional<String> asked = request.headers().firstValue(NONCE);
        return response.headers().firstValue(PROTOCOL).isPresent()
                && response.headers().firstValue(NONCE).equals(asked);
    }

    private void measureSkew(HttpResponse<?> response) {
        String date = response.headers().firstValue("Date").orElse("");
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            skewMillis = Duration.between(clock.instant(), theirs).toMillis();
        } catch (DateTimeException unreadable) {
            // A missing or odd date says nothing about the clocks.
        }
    }

    private <T> Answer<T> refused(HttpResponse<?> response, InputStream body) {
        Problem problem = switch (Problem.read(body)) {
            case Decoded.Read<Problem>(Problem read) -> read;
            case Decoded.Refused<Problem>(var faults) -> new Problem(response.statusCode(), "", "", "", List.of());
        };
        Duration wait =
                RetryAfter.parse(response.headers().firstValue("Retry-After").orElse(null), clock.instant());
        String detail = response.statusCode() + " " + problem.code() + " " + problem.detail();
        return new Answer.Failed<>(new Failure(kind(response.statusCode(), problem.code()), wait, detail.strip()));
    }

    private static Failure.Kind kind(int status, String code) {
        return switch (status) {
            case 400 -> code.equals("CONTENT_DAMAGED") ? Failure.Kind.UNREACHABLE : Failure.Kind.MALFORMED;
            case 422 -> Failure.Kind.MALFORMED;
            case 401 -> Failure.Kind.SIGN_IN_NEEDED;
            case 409 -> code.equals("DESK_CLONED") ? Failure.Kind.DESK_CLONED : Failure.Kind.REFUSED;
            case 410 ->
                switch (code) {
                    case "HISTORY_CHANGED" -> Failure.Kind.HISTORY_CHANGED;
                    case "HISTORY_REWRITTEN" -> Failure.Kind.HISTORY_REWRITTEN;
                    default -> Failure.Kind.REFUSED;
                };
            case 413 -> Failure.Kind.TOO_LARGE;
            case 429 -> Failure.Kind.TOO_BUSY;
            default -> status >= 500 ? Failure.Kind.CLOUD_DOWN : Failure.Kind.REFUSED;
        };
    }

    private static <T> Answer<T> broken(Watch watch, Throwable cause) {
        if (watch.hasExpired()) {
            return failed(Failure.Kind.STALLED, "nothing came for too long");
        }
        return cause instanceof SSLException insecure && !TlsFault.isBrokenLine(insecure)
                ? failed(Failure.Kind.NOT_OUR_CLOUD, TlsFault.words(insecure))
                : failed(Failure.Kind.UNREACHABLE, said(cause));
    }

    private static String said(Throwable cause) {
        String message = cause.getMessage();
        if (message != null) {
            return message;
        }
        if (cause instanceof ConnectException) {
            return cause.getCause() instanceof UnresolvedAddressException
                    ? "the server's name is not known here"
                    : "nothing answers at the server's address";
        }
        return cause.getClass().getSimpleName();
    }

    static <T> Answer<T> failed(Failure.Kind kind, String detail) {
        return new Answer.Failed<>(new Failure(kind, (@Nullable Duration) null, detail));
    }
}
