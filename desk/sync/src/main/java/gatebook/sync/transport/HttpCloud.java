package gatebook.sync.transport;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.device.Health;
import gatebook.wire.digest.ContentDigest;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastQuestion;
import gatebook.wire.feed.SnapshotLine;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
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
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cloud over HTTP (docs/protocol.md): gzip both ways, no redirects, deadlines on everything. Thread-safe. */
public final class HttpCloud implements Cloud, AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    /** On a slow line a stretch is what came in this time, so that a broken load goes on from near its end. */
    private static final Duration STRETCH_TIME = Duration.ofSeconds(1);

    private final Access access;
    private final String base;
    private final HttpClient client;
    private final ScheduledExecutorService timer;
    private final HttpExchange exchange;
    private final LongSupplier nanos;
    private final RandomGenerator random;

    /**
     * How to reach a site.
     *
     * @param token null before enrolment
     */
    public record Access(URI server, @Nullable String token, ZoneId zone, Currency currency) {
        @Override
        public String toString() {
            return "Access[" + server + "]";
        }
    }

    /**
     * @param nanos a clock that only goes forward, for deadlines
     * @param random for nonces
     */
    public HttpCloud(Access access, Clock clock, LongSupplier nanos, RandomGenerator random) {
        this.access = access;
        this.nanos = nanos;
        this.random = random;
        String server = access.server().toString();
        this.base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_WITHIN)
                .build();
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("gatebook-deadlines").factory());
        this.exchange = new HttpExchange(client, timer, clock, nanos);
    }

    @Override
    public Answer<Health> health() {
        try (Watch watch = exchange.watch(Deadlines.HEALTH)) {
            return exchange.run(
                    request("/health").GET().build(),
                    watch,
                    (response, body) -> HttpExchange.document(Health.read(body), watch));
        }
    }

    @Override
    public Answer<EnrolmentAnswer> enrol(EnrolmentRequest enrolment) {
        return asked(posted("/v1/devices", enrolment.json()), EnrolmentAnswer::read);
    }

    @Override
    public Answer<PushAnswer> push(Outbox.Batch batch, PushRequest.DryRun mode, @Nullable Cursor after) {
        Answer<PushAnswer> answer = sent(batch, mode, after);
        return isNotUnderstood(answer) && !batch.trail().isEmpty() ? sent(batch.untold(), mode, after) : answer;
    }

    /** A cloud of an earlier version refuses what it does not know, and is asked again without. */
    private static boolean isNotUnderstood(Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(Failure failure) && failure.kind() == Failure.Kind.MALFORMED;
    }

    private Answer<PushAnswer> sent(Outbox.Batch batch, PushRequest.DryRun mode, @Nullable Cursor after) {
        byte[] packed = packed(batch, mode, after);
        try (Watch watch = exchange.watch(Deadlines.EXCHANGE)) {
            HttpRequest request = request("/v1/sync/push")
                    .header("Content-Type", "application/json")
                    .header("Content-Encoding", "gzip")
                    .header(ContentDigest.HEADER, ContentDigest.of(packed))
                    .POST(UploadBody.of(packed, watch))
                    .build();
            return exchange.run(
                    request,
                    watch,
                    (response, body) ->
                            HttpExchange.document(PushAnswer.read(body, access.zone(), access.currency()), watch));
        }
    }

    @Override
    public Answer<ChangesPage> changes(Cursor after, @Nullable Cursor seen, int limit) {
        return changes(after, "limit=" + limit + "&after=" + after.token() + named("seen", seen));
    }

    @Override
    public Answer<ChangesPage> changes(Cursor after, @Nullable Cursor seen, int limit, PastQuestion past) {
        String confirm = past.confirm().stream().map(Cursor::token).collect(Collectors.joining(","));
        Answer<ChangesPage> answer = changes(
                after,
                "limit=" + limit + "&after=" + after.token() + named("seen", seen) + "&walked=" + past.walked()
                        + (confirm.isEmpty() ? "" : "&confirm=" + confirm));
        return isNotUnderstood(answer) ? changes(after, seen, limit) : answer;
    }

    private static String named(String name, @Nullable Cursor cursor) {
        return cursor == null ? "" : "&" + name + "=" + cursor.token();
    }

    private Answer<ChangesPage> changes(Cursor after, String query) {
        Answer<ChangesPage> answer = asked(
                request("/v1/sync/changes?" + query).GET(),
                body -> ChangesPage.read(body, access.zone(), access.currency()));
        if (answer instanceof Answer.Heard<ChangesPage>(ChangesPage page)) {
            Optional<String> contradiction = page.contradiction(after);
            if (contradiction.isPresent()) {
                return HttpExchange.failed(
                        Failure.Kind.REFUSED, "the cloud contradicts itself: " + contradiction.get());
            }
        }
        return answer;
    }

    @Override
    public Answer<CompareAnswer> compare(CompareRequest request) {
        return asked(posted("/v1/sync/compare", request.json()), CompareAnswer::read);
    }

    @Override
    public Answer<Listing> list(Span span) {
        return asked(
                request("/v1/sync/compare?from=" + span.from() + "&to=" + span.to())
                        .GET(),
                Listing::read);
    }

    @Override
    public Answer<RecordsAnswer> records(RecordsRequest request) {
        return asked(
                posted("/v1/sync/records", request.json()),
                body -> RecordsAnswer.read(body, access.zone(), access.currency()));
    }

    private HttpRequest.Builder posted(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return request(path)
                .header("Content-Type", "application/json")
                .header(ContentDigest.HEADER, ContentDigest.of(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private <T> Answer<T> asked(HttpRequest.Builder request, Function<InputStream, Decoded<T>> reading) {
        try (Watch watch = exchange.watch(Deadlines.EXCHANGE)) {
            return exchange.run(
                    request.build(), watch, (response, body) -> HttpExchange.document(reading.apply(body), watch));
        }
    }

    @Override
    public Answer<Cursor> load(Position from, StretchSink sink) {
        String query = switch (from) {
            case Position.Loading(EntryId after, Cursor cursor) -> "?after_uuid=" + after + "&cursor=" + cursor.token();
            case Position.Fresh() -> "";
            case Position.Following _, Position.Behind _, Position.Parted _ -> "";
        };
        try (Watch watch = exchange.watch(Deadlines.STREAM)) {
            return exchange.run(
                    request("/v1/sync/snapshot" + query).GET().build(),
                    watch,
                    (response, body) -> load(response, body, sink, watch));
        }
    }

    private Answer<Cursor> load(HttpResponse<?> response, InputStream body, StretchSink sink, Watch watch)
            throws IOException {
        Optional<String> start =
                response.headers().firstValue("Gatebook-Cursor").filter(Cursor::isWellFormed);
        if (start.isEmpty()) {
            return HttpExchange.failed(Failure.Kind.CLOUD_DOWN, "the snapshot does not say where it begins");
        }
        Cursor cursor = new Cursor(start.get());
        List<Change> stretch = new ArrayList<>();
        long begun = nanos.getAsLong();
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 65_536);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            switch (SnapshotLine.read(line, access.zone(), access.currency())) {
                case Decoded.Refused<SnapshotLine>(var faults) -> {
                    return HttpExchange.failed(Failure.Kind.UNREACHABLE, "the snapshot was cut off: " + faults);
                }
                case Decoded.Read<SnapshotLine>(SnapshotLine.Record(Change change)) -> {
                    stretch.add(change);
                    if (stretch.size() == STRETCH_RECORDS || nanos.getAsLong() - begun >= STRETCH_TIME.toNanos()) {
                        sink.take(stretch, cursor);
                        watch.progress();
                        stretch = new ArrayList<>(stretch.size());
                        begun = nanos.getAsLong();
                    }
                }
                case Decoded.Read<SnapshotLine>(SnapshotLine.End(Cursor end)) -> {
                    // The checksum of the packing comes last, and counts.
                    if (lines.readLine() != null) {
                        return HttpExchange.failed(Failure.Kind.UNREACHABLE, "the snapshot goes on after its end");
                    }
                    sink.take(stretch, end);
                    return new Answer.Heard<>(end);
                }
            }
        }
        return HttpExchange.failed(Failure.Kind.UNREACHABLE, "the snapshot was cut off");
    }

    @Override
    public Answer<Cursor> listen(NewsSink news) {
        try (Watch watch = exchange.watch(Deadlines.EVENTS)) {
            HttpRequest request = request("/v1/sync/events")
                    .header("Accept", "text/event-stream")
                    .GET()
                    .build();
            return exchange.run(request, watch, (response, body) -> listen(body, news));
        }
    }

    private static Answer<Cursor> listen(InputStream body, NewsSink news) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                cursorIn(line.substring("data:".length())).ifPresent(news::upTo);
            }
        }
        return HttpExchange.failed(Failure.Kind.UNREACHABLE, "the cloud ended the stream of events");
    }

    private static Optional<Cursor> cursorIn(String json) {
        Decoded<Cursor> decoded = JsonIn.read(json, JsonIn.Unknown.IGNORED, in -> {
            @Nullable String[] token = new String[1];
            in.object("", name -> {
                if (name.equals("cursor")) {
                    token[0] = in.text(name);
                }
                return name.equals("cursor");
            });
            String text = token[0];
            return text != null && Cursor.isWellFormed(text) ? new Cursor(text) : null;
        });
        return decoded instanceof Decoded.Read<Cursor>(Cursor cursor) ? Optional.of(cursor) : Optional.empty();
    }

    @Override
    public long clockSkewMillis() {
        return exchange.skewMillis();
    }

    private HttpRequest.Builder request(String path) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept-Encoding", "gzip")
                .header(HttpExchange.PROTOCOL, "1")
                .header(HttpExchange.NONCE, HexFormat.of().formatHex(nonce));
        int query = path.indexOf('?');
        if (query >= 0) {
            builder.header(HttpExchange.QUERY, path.substring(query + 1));
        }
        if (access.token() != null) {
            builder.header("Authorization", "Bearer " + access.token());
        }
        return builder;
    }

    private static byte[] packed(Outbox.Batch batch, PushRequest.DryRun mode, @Nullable Cursor after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96 * 1024);
        try (OutputStream gzip = new FastGzip(bytes)) {
            PushRequest.write(
                    gzip, new PushRequest.Envelope(batch.deviceSeq(), mode, after, batch.trail()), batch.operations());
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.shutdownNow();
    }
}
