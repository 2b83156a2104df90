package gatebook.faults.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Requests that no decent client sends, out of a grammar: each is a sound request in which one to three parts are
 * spoilt. The same seed gives the same requests.
 */
final class BadRequests {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");
    private static final String ID = "0193a0c2-4d2e-7a10-8f10-0123456789ab";
    private static final byte[] BOMB = packed(new byte[12 * 1024 * 1024]);

    /** A sound request of each kind: method, address, the golden messages it carries. */
    private static final List<Sound> SOUND = List.of(
            new Sound("POST", "/v1/devices", Seeds.golden("enrolment-request.json")),
            new Sound("POST", "/v1/sync/push", Seeds.golden("push-request.json")),
            new Sound("POST", "/v1/sync/compare", Seeds.golden("compare-request.json")),
            new Sound("POST", "/v1/sync/records", Seeds.golden("records-request.json")),
            new Sound("POST", "/v1/parking/entries", Seeds.golden("entry-parked.json", "entry-exited.json")),
            new Sound("PUT", "/v1/parking/entries/" + ID, Seeds.golden("entry-parked.json", "entry-exited.json")),
            new Sound("DELETE", "/v1/parking/entries/" + ID, List.of()),
            new Sound("GET", "/v1/parking/entries/" + ID, List.of()),
            new Sound("GET", "/v1/parking/entries/" + ID + "/history", List.of()),
            new Sound("GET", "/v1/parking/entries?limit=3", List.of()),
            new Sound("GET", "/v1/sync/changes?limit=3", List.of()),
            new Sound("GET", "/v1/sync/snapshot", List.of()),
            new Sound("GET", "/v1/sync/compare?from=" + ID + "&to=" + ID, List.of()),
            new Sound("GET", "/v1/sync/events", List.of()),
            new Sound("GET", "/v1/stats?date=2026-11-22", List.of()),
            new Sound("GET", "/v1/openapi.json", List.of()),
            new Sound("GET", "/health", List.of()));

    private final Chance chance;
    private final Mutation mutation;
    private final String token;

    BadRequests(Chance chance, String token) {
        this.chance = chance;
        this.mutation = new Mutation(chance.random());
        this.token = token;
    }

    private record Sound(String method, String address, List<byte[]> bodies) {}

    /**
     * What is sent.
     *
     * @param framed whether its end can be told, so that the connection may be used on
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Attempt(String method, byte[] bytes, boolean framed) {
        @Override
        public String toString() {
            String text = new String(bytes, 0, Math.min(bytes.length, 1_500), StandardCharsets.ISO_8859_1);
            return text.replace("\r", "\\r").replace("\0", "\\0");
        }
    }

    Attempt next() {
        Sound sound = chance.one(SOUND);
        String method = chance.once(12) ? oddMethod() : chance.once(10) ? chance.one(METHODS) : sound.method();
        String address = chance.once(3) ? HostileAddresses.of(sound.address(), chance) : sound.address();
        List<String> headers = headers();
        byte[] body = sound.bodies().isEmpty() && !chance.once(8) ? new byte[0] : body(sound.bodies());
        if (body.length > 0 && !chance.once(6)) {
            headers.add("Content-Type: application/json");
        }
        if (chance.once(6)) {
            byte[] packed = packed(body, headers);
            body = packed;
        }
        Request request = new Request(method, address, headers, body);
        return chance.once(5)
                ? new Attempt(method, misframed(request), false)
                : new Attempt(method, request.bytes(), isClean(request));
    }

    /** Line ends within a line make two of it, and then nobody knows where the request ends. */
    private static boolean isClean(Request request) {
        return request.headers().stream().allMatch(line -> line.matches("[A-Za-z-]+: [ -~]*"))
                && request.headers().stream().noneMatch(line -> line.startsWith("Expect") || line.startsWith("Upgrade"))
                && METHODS.contains(request.method())
                && request.address().matches("[!-~]+");
    }

    private String oddMethod() {
        return chance.one(
                "TRACE", "CONNECT", "get", "PROPFIND", "G\0T", "", "X".repeat(9_000), "POST\t", "QUERY", "ÄÖ");
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>();
        if (!chance.once(40)) {
            headers.add("Host: gatebook");
        }
        if (!chance.once(12)) {
            headers.add("Authorization: Bearer " + token);
        }
        if (chance.once(2)) {
            headers.add(chance.one(
                    "If-Match: \"1\"", "If-Match: *", "If-Match: W/\"1\"", "If-Match: \"999999999999999999\""));
        }
        for (int more = chance.below(3); more > 0; more--) {
            headers.add(HostileHeaders.one(chance));
        }
        return headers;
    }

    private byte[] body(List<byte[]> sound) {
        return switch (chance.below(sound.isEmpty() ? 6 : 18)) {
            case 0 -> "[".repeat(chance.below(100_000)).getBytes(StandardCharsets.US_ASCII);
            case 1 ->
                ("{\"a\":" + "{\"a\":".repeat(chance.below(60)) + "1" + "}".repeat(61))
                        .getBytes(StandardCharsets.US_ASCII);
            case 2 ->
                ("{\"operations\":[" + "{},".repeat(chance.below(2_000)) + "{}],\"device_seq\":1}")
                        .getBytes(StandardCharsets.US_ASCII);
            case 3 -> ("{\"device_seq\":" + "9".repeat(chance.below(3_000)) + "}").getBytes(StandardCharsets.US_ASCII);
            case 4 ->
                ("{\"" + "\\u0000".repeat(chance.below(300)) + "\":\"" + "\\ud800".repeat(3) + "\"}")
                        .getBytes(StandardCharsets.US_ASCII);
            case 5 -> {
                byte[] noise = new byte[chance.below(2_000)];
                chance.random().nextBytes(noise);
                yield noise;
            }
            default -> mutation.of(sound);
        };
    }

    private byte[] packed(byte[] body, List<String> headers) {
        headers.add("Content-Encoding: gzip");
        byte[] packed = packed(body);
        return switch (chance.below(6)) {
            case 0 -> body;
            case 1 -> Arrays.copyOf(packed, chance.below(packed.length));
            case 2 -> BOMB;
            case 3 -> {
                packed[chance.below(packed.length)] ^= 0x55;
                yield packed;
            }
            case 4 -> packed(packed);
            default -> packed;
        };
    }

    /** Says something else of its length than is true, or twice. */
    private byte[] misframed(Request request) {
        int length = request.body().length;
        return switch (chance.below(14)) {
            case 0 -> request.bytes("Content-Length: " + (length + 10) + "\r\n");
            case 1 -> request.bytes("Content-Length: " + Math.max(0, length - 5) + "\r\n");
            case 2 -> request.bytes("Content-Length: -1\r\n");
            case 3 -> request.bytes("Content-Length: 99999999999999999999\r\n");
            case 4 -> request.bytes("Content-Length: 9999999999\r\n");
            case 5 -> request.bytes("Content-Length: " + length + "\r\nContent-Length: " + (length + 1) + "\r\n");
            case 6 -> request.bytes("Content-Length: " + length + "\r\nTransfer-Encoding: chunked\r\n");
            case 7 -> request.bytes("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n");
            case 8 -> request.bytes("Transfer-Encoding: xchunked\r\n");
            case 9 -> request.bytes("Transfer-Encoding: chunked\r\n");
            case 10 ->
                chunked(
                        request,
                        chance.one("5\r\nabc", "zz\r\n", "-1\r\n", "fffffffffffffffff\r\n", "1;" + "x".repeat(9_000)));
            case 11 -> chunked(request, "0\r\n\r\nGET /v1/stats HTTP/1.1\r\nHost: smuggled\r\n\r\n");
            case 12 -> request.bytes("Content-Length: +" + length + "\r\n");
            default -> {
                byte[] whole = request.bytes();
                yield Arrays.copyOf(whole, chance.below(whole.length));
            }
        };
    }

    private static byte[] chunked(Request request, String chunks) {
        return new Request(
                        request.method(),
                        request.address(),
                        request.headers(),
                        chunks.getBytes(StandardCharsets.US_ASCII))
                .bytes("Transfer-Encoding: chunked\r\n");
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
