package gatebook.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells a command that stays, or waits, that it is to end. Thread-safe. */
final class StopSignal {
    private final CompletableFuture<Boolean> asked = new CompletableFuture<>();

    void ask() {
        asked.complete(true);
    }

    /** Waits that long at most; whether the end was asked for. */
    boolean within(Duration span) {
        try {
            return asked.get(span.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException neverThrown) {
            throw new IllegalStateException(neverThrown);
        }
    }

    /** Waits until the work is done or the end is asked for; whether the work is done. */
    boolean orDone(CompletableFuture<?> work) {
        CompletableFuture.anyOf(asked, work.handle((result, fault) -> true)).join();
        return work.isDone();
    }
}
