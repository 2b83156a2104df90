package gatebook.api.sync;

import gatebook.wire.feed.Change;
import gatebook.wire.json.JsonOut;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes records as lines of JSON, as many at a time as fit a packet or two. */
final class RecordLines implements Consumer<Change.Stored> {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final OutputStream out;

    RecordLines(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    }

    @Override
    public void accept(Change.Stored change) {
        try {
            line(JsonOut.text(change::write));
        } catch (IOException callerLeft) {
            throw new UncheckedIOException(callerLeft);
        }
    }

    /** Writes the last line and sends all. */
    void end(String last) throws IOException {
        line(last);
        out.flush();
    }

    private void line(String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
