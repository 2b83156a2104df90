package gatebook.faults.outage;

import gatebook.faults.wire.Cut;
import gatebook.faults.wire.Fault;
import gatebook.faults.wire.Message;
import gatebook.faults.wire.Passing;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A kill that comes with a push. */
final class Strike implements Fault {
    private static final String TAKEN = "HTTP/1.1 200";

    private final Kill kill;
    private final Moment moment;
    private final long delayMicros;
    private final AtomicBoolean committed = new AtomicBoolean();

    /**
     * @param delayMicros how long after the push has set out, where the moment is not that of its answer
     */
    Strike(Kill kill, Moment moment, long delayMicros) {
        this.kill = kill;
        this.moment = moment;
        this.delayMicros = delayMicros;
    }

    /** What is done to the cloud. */
    @FunctionalInterface
    interface Kill {
        void strike() throws IOException;
    }

    /** Whether it came after operations were taken in and before anybody heard of it. */
    boolean hitBetweenCommitAndAnswer() {
        return committed.get();
    }

    @Override
    public void meet(Passing passing) throws IOException {
        switch (moment) {
            case AFTER_COMMIT -> {
                Message answer = passing.asked();
                kill.strike();
                committed.set(answer.head().startsWith(TAKEN));
                passing.hangUp(Cut.RST);
            }
            case WITHIN_PUSH, ANY -> {
                CompletableFuture<Void> struck = later();
                try {
                    passing.answer(passing.asked().bytes());
                } finally {
                    struck.join();
                }
            }
        }
    }

    /** Strikes after the delay, whatever happens meanwhile. */
    CompletableFuture<Void> later() {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        kill.strike();
                    } catch (IOException failed) {
                        throw new java.io.UncheckedIOException(failed);
                    }
                },
                CompletableFuture.delayedExecutor(delayMicros, TimeUnit.MICROSECONDS));
    }
}
