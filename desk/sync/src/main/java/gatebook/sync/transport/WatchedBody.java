package gatebook.sync.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that reports its progress and ends at a bound, so that neither a trickle nor a flood is endless. */
final class WatchedBody extends FilterInputStream {
    private final Watch watch;
    private long left;

    WatchedBody(InputStream body, Watch watch, long bytesMax) {
        super(body);
        this.watch = watch;
        this.left = bytesMax;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) throws IOException {
        watch.progress();
        left -= bytes;
        if (left < 0) {
            throw new IOException("the answer is larger than any answer of the cloud's");
        }
    }
}
