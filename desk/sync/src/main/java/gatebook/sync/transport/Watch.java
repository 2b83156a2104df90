package gatebook.sync.transport;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request whose bytes stop coming or that takes too long in all: the JDK's own timeout ends with the headers, and
 * a body that trickles would outlive it.
 */
final class Watch implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 250;

    private final LongSupplier nanos;
    private final Deadlines deadlines;
    private final long started;
    private final Future<?> looking;
    private volatile long lastByte;
    private volatile boolean expired;
    private volatile @Nullable Closeable toClose;

    Watch(ScheduledExecutorService timer, LongSupplier nanos, Deadlines deadlines) {
        this.nanos = nanos;
        this.deadlines = deadlines;
        this.started = nanos.getAsLong();
        this.lastByte = started;
        this.looking =
                timer.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A byte went out or came in. */
    void progress() {
        lastByte = nanos.getAsLong();
    }

    /** What to close to end the request as it stands now. */
    void ends(Closeable request) throws IOException {
        toClose = request;
        if (expired) {
            request.close();
        }
    }

    boolean hasExpired() {
        return expired;
    }

    private void look() {
        long now = nanos.getAsLong();
        if (now - lastByte < deadlines.idle().toNanos()
                && now - started < deadlines.total().toNanos()) {
            return;
        }
        expired = true;
        Closeable request = toClose;
        if (request != null) {
            try {
                request.close();
            } catch (IOException alreadyBroken) {
                // It ends either way, and the reader sees why.
            }
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
