package gatebook.ledger.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server again that went down under its users; each of them has one, and the first to come does it for all. */
final class Guard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Revival server;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Guard(Revival server) {
        this.server = server;
    }

    /** What a guard knows of its server. */
    interface Revival {
        Optional<ProcessHandle> postmaster() throws IOException;

        /** Starts it where it was, unless it runs; an exception if that cannot be done now. */
        void again() throws IOException;
    }

    static Guard over(Revival server) {
        Guard guard = new Guard(server);
        Thread.ofPlatform().daemon().name("gatebook-postgres").start(guard::watch);
        return guard;
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        while (!closed.isDone()) {
            try {
                Optional<ProcessHandle> postmaster = server.postmaster();
                if (postmaster.isPresent()) {
                    pause = FIRST_PAUSE;
                    CompletableFuture.anyOf(closed, postmaster.get().onExit()).join();
                } else {
                    LOG.warn("the database went down; it is started again");
                    server.again();
                    LOG.info("the database is up again");
                }
            } catch (IOException | IllegalStateException stillDown) {
                LOG.warn("the database cannot be started now, trying again: {}", stillDown.getMessage());
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private void rest(Duration pause) {
        try {
            closed.get(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException timeToTryAgain) {
            // which the caller does
        } catch (InterruptedException | ExecutionException nobodyNeedsItAnyMore) {
            closed.complete(null);
        }
    }

    /** Lets the server be; one that goes down from now on stays down. */
    @Override
    public void close() {
        closed.complete(null);
    }
}
