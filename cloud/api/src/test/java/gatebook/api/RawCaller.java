package gatebook.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Speaks to the server over a bare socket, for requests that no decent client would send. */
final class RawCaller {
    private static final int PATIENCE_MILLIS = 30_000;

    private RawCaller() {}

    /** A GET whose address is sent exactly as written. */
    static Answer get(Caller caller, String address) {
        String text = exchange(
                TestCloud.server(),
                "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + caller.token() + "\r\n\r\n");
        int body = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, body).split("\r\n", -1);
        Map<String, List<String>> headers = new TreeMap<>();
        for (int at = 1; at < lines.length; at++) {
            int colon = lines[at].indexOf(':');
            headers.computeIfAbsent(lines[at].substring(0, colon), name -> new ArrayList<>())
                    .add(lines[at].substring(colon + 1).strip());
        }
        int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), text.substring(body + 4));
    }

    /** Sends the text, ends the sending, and reads until the server ends the connection. */
    static String exchange(RunningServer server, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
