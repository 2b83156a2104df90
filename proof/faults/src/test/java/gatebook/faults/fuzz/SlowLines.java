package gatebook.faults.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that send a request byte by byte and never come to its end. */
final class SlowLines implements AutoCloseable {
    private static final byte[] START =
            "POST /v1/sync/push HTTP/1.1\r\nHost: gatebook\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII);

    private final List<RawLine> lines = new ArrayList<>();

    SlowLines(int port, int count) throws IOException {
        for (int at = 0; at < count; at++) {
            RawLine line = RawLine.to(port);
            line.send(START);
            lines.add(line);
        }
    }

    /** From any thread; a line that the server has lost patience with stays as it is. */
    synchronized void oneByteMore() {
        for (RawLine line : lines) {
            try {
                line.send(new byte[] {'x'});
            } catch (IOException lostPatience) {
                // as it should, in the end
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (RawLine line : lines) {
            line.close();
        }
    }
}
