package gatebook.sync.transport;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import gatebook.wire.json.JsonOut;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of each request when what answers stalls, trickles, breaks off or lies; time is the test's own. */
class LyingServerTest {
    private static final UUID ID = UUID.fromString("0193a0c2-4d2e-7a10-8f10-0123456789ab");
    private static final long MIB = 1024L * 1024;
    private static final long ANSWER_BYTES_MAX = 64 * MIB;
    private static final long ON_THE_WAY_BYTES_MAX = 16 * MIB;
    private static final int CUT_EVERY_BYTES = 7;

    private final AtomicLong nanos = new AtomicLong();

    /** The desk's requests, each with the shortest answer that the cloud could give. */
    enum Call {
        HEALTH(
                HttpCloud::health,
                "{\"service\":\"gatebook\",\"status\":\"UP\",\"version\":\"0.1.0\",\"time\":\"2026-11-22T06:40:10.536Z\"}"),
        ENROL(
                cloud -> cloud.enrol(new EnrolmentRequest("K7QF-93XM", "Gate 1", Optional.empty())),
                "{\"device_id\":\"" + ID + "\",\"desk_code\":\"B\",\"site_id\":\"" + ID + "\",\"site_name\":\"Y\","
                        + "\"zone\":\"Asia/Kolkata\",\"currency\":\"INR\",\"token\":\"not-a-real-token\"}"),
        PUSH(
                cloud -> cloud.push(new Outbox.Batch(1, List.of(operation())), PushRequest.DryRun.NO, null),
                "{\"history_id\":\"" + ID + "\",\"results\":[{\"op_id\":\"" + ID
                        + "\",\"outcome\":\"applied\",\"version\":1,\"remote_id\":1,\"seq\":1}]}"),
        CHANGES(
                cloud -> cloud.changes(new Cursor("abc"), null, 100),
                "{\"history_id\":\"" + ID + "\",\"changes\":[],\"cursor\":\"abc\",\"more\":false}"),
        LOAD(cloud -> cloud.load(new Position.Fresh(), (stretch, cursor) -> {}), "{\"cursor\":\"abc\"}");

        private final Function<HttpCloud, Answer<?>> asking;
        private final String body;

        Call(Function<HttpCloud, Answer<?>> asking, String body) {
            this.asking = asking;
            this.body = body;
        }

        private static OutgoingOperation operation() {
            return new OutgoingOperation(
                    new OpId(ID), OperationKind.DELETE, new EntryId(ID), 1, Instant.EPOCH, "System", null);
        }

        /** The whole answer, with this many bytes announced. */
        String answer(String nonce, int length) {
            return head(nonce, "Content-Length: " + length) + body;
        }
    }

    private static String head(String nonce, String more) {
        return "HTTP/1.1 200 OK\r\nGatebook-Protocol: 1\r\nGatebook-Nonce: " + nonce + "\r\nGatebook-Cursor: abc\r\n"
                + more + "\r\n\r\n";
    }

    private static HttpCloud cloud(LyingServer server, LongSupplier nanos) {
        HttpCloud.Access access =
                new HttpCloud.Access(server.address(), "token", ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR"));
        return new HttpCloud(access, Clock.systemUTC(), nanos, new Random(1));
    }

    private Answer<?> ask(Call call, LyingServer server) {
        try (HttpCloud cloud = cloud(server, nanos::get)) {
            return call.asking.apply(cloud);
        }
    }

    private Answer<?> ask(Call call, LyingServer.Script script) throws IOException {
        try (LyingServer server = new LyingServer(script)) {
            return ask(call, server);
        }
    }

    private static void assertFailed(Answer<?> answer, Failure.Kind... kinds) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.failure().kind())
                                .as(failed.failure().detail())
                                .isIn(Arrays.asList((Object[]) kinds)));
    }

    private void pass(Duration span) {
        nanos.addAndGet(span.toNanos());
    }

    @ParameterizedTest
    @EnumSource
    void aWholeAnswerIsHeard(Call call) throws IOException {
        assertThat(ask(call, (nonce, wire) -> wire.say(call.answer(nonce, call.body.length()))))
                .isInstanceOf(Answer.Heard.class);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatBreaksOffIsNoneWhereverItDoes(Call call) throws IOException {
        int whole = call.answer("n".repeat(24), call.body.length()).length();
        for (int cut = 0; cut < whole; cut += CUT_EVERY_BYTES) {
            int end = cut;
            Answer<?> answer = ask(
                    call,
                    (nonce, wire) ->
                            wire.say(call.answer(nonce, call.body.length()).substring(0, end)));
            assertFailed(answer, Failure.Kind.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerWithoutALengthThatBreaksOffIsNone(Call call) throws IOException {
        assertFailed(
                ask(
                        call,
                        (nonce, wire) -> wire.say(
                                head(nonce, "Connection: close") + call.body.substring(0, call.body.length() - 1))),
                Failure.Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void aLengthThatIsTooShortOrNoneAtAllMakesNoAnswer(Call call) throws IOException {
        assertFailed(
                ask(call, (nonce, wire) -> wire.say(call.answer(nonce, call.body.length() - 1))),
                Failure.Kind.UNREACHABLE);
        assertFailed(
                ask(call, (nonce, wire) -> wire.say(head(nonce, "Content-Length: many") + call.body)),
                Failure.Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void silenceEndsARequestBeforeTheHeadersAndAfterThem(Call call) throws IOException {
        assertFailed(ask(call, (nonce, wire) -> wire.holdTheLine(this::fiveSeconds)), Failure.Kind.STALLED);
        assertFailed(
                ask(call, (nonce, wire) -> {
                    wire.say(head(nonce, "Content-Length: " + call.body.length()));
                    wire.holdTheLine(this::fiveSeconds);
                }),
                Failure.Kind.STALLED);
        assertFailed(
                ask(call, (nonce, wire) -> {
                    wire.say(head(nonce, "Content-Length: " + call.body.length()) + call.body.substring(0, 9));
                    wire.holdTheLine(this::fiveSeconds);
                }),
                Failure.Kind.STALLED);
    }

    private void fiveSeconds() {
        pass(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void aTrickleThatNeverEndsIsEndedByTheWholeTime(Call call) throws IOException {
        assertFailed(
                ask(call, (nonce, wire) -> {
                    wire.say(head(nonce, "Content-Length: " + Integer.MAX_VALUE));
                    for (int second = 0; second < Integer.MAX_VALUE; second++) {
                        wire.say(" ");
                        pass(Duration.ofSeconds(1));
                    }
                }),
                Failure.Kind.STALLED);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotTheCloudIsNeverTakenForIt(Call call) throws IOException {
        String page = "<html><body>Welcome! Please sign in.</body></html>";
        for (String status : List.of("200 OK", "302 Found", "401 Unauthorized", "404 Not Found", "511 Sign in")) {
            try (LyingServer portal = new LyingServer((nonce, wire) -> wire.say("HTTP/1.1 " + status
                    + "\r\nLocation: http://127.0.0.1:1/login\r\nContent-Type: text/html\r\nContent-Length: "
                    + page.length() + "\r\n\r\n" + page))) {
                assertFailed(ask(call, portal), Failure.Kind.NOT_OUR_CLOUD);
                assertThat(portal.requests()).as("%s is not followed", status).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToAnotherRequestIsNotTheCloudsToThisOne(Call call) throws IOException {
        assertFailed(
                ask(call, (nonce, wire) -> wire.say(call.answer("0123456789abcdef01234567", call.body.length()))),
                Failure.Kind.NOT_OUR_CLOUD);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aGatewayThatCannotReachTheCloudIsTheCloudBeingDown(int status) throws IOException {
        for (Call call : Call.values()) {
            assertFailed(
                    ask(
                            call,
                            (nonce, wire) -> wire.say("HTTP/1.1 " + status + " Bad\r\nContent-Length: 4\r\n\r\noops")),
                    Failure.Kind.CLOUD_DOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerWithoutEndIsGivenUpAtItsBound(Call call) throws IOException {
        byte[] piece = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (LyingServer flood = new LyingServer((nonce, wire) -> {
            wire.say(head(nonce, "Connection: close"));
            while (true) {
                wire.say(piece);
            }
        })) {
            assertFailed(ask(call, flood), Failure.Kind.UNREACHABLE);
            assertThat(flood.sent()).isLessThan(ANSWER_BYTES_MAX + ON_THE_WAY_BYTES_MAX);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSmallAnswerThatUnpacksWithoutEndIsGivenUpAtItsBound(Call call) throws IOException {
        byte[] piece = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (LyingServer bomb = new LyingServer((nonce, wire) -> {
            wire.say(head(nonce, "Content-Encoding: gzip\r\nConnection: close"));
            try (OutputStream packing = new GZIPOutputStream(wire.stream())) {
                while (true) {
                    packing.write(piece);
                }
            }
        })) {
            assertFailed(ask(call, bomb), Failure.Kind.UNREACHABLE);
            assertThat(bomb.sent()).isLessThan(ON_THE_WAY_BYTES_MAX);
        }
    }

    @Test
    void ofASlowFirstLoadWhatCameIsHandedOverBeforeItsEnd() throws IOException {
        String line = JsonOut.text(
                        new Change.Stored(1, new EntryId(ID), 1, Change.Life.VOIDED, Instant.EPOCH, null, null)::write)
                + "\n";
        AtomicInteger stretches = new AtomicInteger();
        LyingServer.Script slow = (nonce, wire) ->
                wire.say(head(nonce, "Connection: close") + line.repeat(4_000) + "{\"cursor\":\"abc\"}\n");
        try (LyingServer server = new LyingServer(slow);
                HttpCloud cloud = cloud(server, () -> nanos.addAndGet(1_000_000))) {
            assertThat(cloud.load(new Position.Fresh(), (stretch, cursor) -> stretches.incrementAndGet()))
                    .isInstanceOf(Answer.Heard.class);
            assertThat(stretches).as("of a second each").hasValueGreaterThanOrEqualTo(4);
        }
    }
}
