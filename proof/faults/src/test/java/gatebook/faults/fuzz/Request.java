package gatebook.faults.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the line.
 *
 * @param headers whole lines without their ends; the length of the body is added
 */
@SuppressWarnings("ArrayRecordComponent")
public record Request(String method, String address, List<String> headers, byte[] body) {
    public Request {
        headers = List.copyOf(headers);
    }

    /** A decent request without a body. */
    public static Request plain(String method, String address, String token) {
        return new Request(method, address, sender(token), new byte[0]);
    }

    /** A decent request with a body. */
    public static Request json(String method, String address, String token, String body) {
        List<String> headers = sender(token);
        headers.add("Content-Type: application/json");
        return new Request(method, address, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> sender(String token) {
        List<String> headers = new ArrayList<>(List.of("Host: gatebook"));
        if (!token.isEmpty()) {
            headers.add("Authorization: Bearer " + token);
        }
        return headers;
    }

    /** The same with one more header. */
    public Request with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new Request(method, address, more, body);
    }

    /** With the true length of its body. */
    public byte[] bytes() {
        return bytes(body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n");
    }

    /** With lines about its length as given, true or not. */
    byte[] bytes(String framing) {
        String head =
                method + " " + address + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n" + framing + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }
}
