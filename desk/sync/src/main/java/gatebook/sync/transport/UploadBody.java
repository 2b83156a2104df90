package gatebook.sync.transport;

import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Sends bytes in small pieces and reports each, so that a slow line that still moves is not taken for a dead one. */
final class UploadBody {
    private static final int PIECE_BYTES = 8_192;

    private UploadBody() {}

    static HttpRequest.BodyPublisher of(byte[] body, Watch watch) {
        HttpRequest.BodyPublisher pieces = HttpRequest.BodyPublishers.ofByteArrays(() -> new Iterator<>() {
            private int sent;

            @Override
            public boolean hasNext() {
                return sent < body.length;
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                watch.progress();
                int from = sent;
                sent = Math.min(body.length, from + PIECE_BYTES);
                return Arrays.copyOfRange(body, from, sent);
            }
        });
        return HttpRequest.BodyPublishers.fromPublisher(pieces, body.length);
    }
}
