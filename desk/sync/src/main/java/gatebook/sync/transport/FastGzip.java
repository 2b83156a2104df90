package gatebook.sync.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip at the level where records of one shape are small already and the next level only costs time. */
final class FastGzip extends GZIPOutputStream {
    private static final int LEVEL = 3;

    FastGzip(OutputStream out) throws IOException {
        super(out, 16_384);
        def.setLevel(LEVEL);
    }
}
