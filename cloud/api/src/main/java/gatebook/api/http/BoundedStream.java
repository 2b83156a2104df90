package gatebook.api.http;

import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;

/** Counts what passes and ends the request where there is too much of it or it takes too long. */
final class BoundedStream extends FilterInputStream {
    /** From the first byte to the last; 8 MiB take two minutes at 70 kB/s. */
    private static final Duration WHOLE_MAX = Duration.ofMinutes(5);

    private final LongSupplier nanoTime;
    private final long endNanos;
    private long bytesLeft;
    private boolean begun;

    BoundedStream(InputStream in, int bytesMax, LongSupplier nanoTime) {
        super(in);
        this.bytesLeft = bytesMax;
        this.nanoTime = nanoTime;
        this.endNanos = nanoTime.getAsLong() + WHOLE_MAX.toNanos();
    }

    static RefusedRequest damaged() {
        return new RefusedRequest(ApiRefusal.BAD_REQUEST, "the body is not whole gzip");
    }

    @Override
    public long skip(long bytes) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(bytes, 8192)]));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (nanoTime.getAsLong() - endNanos > 0) {
            throw new RefusedRequest(ApiRefusal.TOO_SLOW);
        }
        int count;
        try {
            count = super.read(into, from, length);
        } catch (ZipException | EOFException cutOff) {
            throw damaged();
        }
        if (count < 0 && !begun) {
            throw new RefusedRequest(ApiRefusal.NOT_JSON, "the body is empty");
        }
        begun = true;
        bytesLeft -= Math.max(0, count);
        if (bytesLeft < 0) {
            throw new RefusedRequest(ApiRefusal.BODY_TOO_LARGE);
        }
        return count;
    }
}
