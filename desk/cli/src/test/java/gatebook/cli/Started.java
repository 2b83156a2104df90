package gatebook.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A command that stays, on a thread of its own; what it said so far can be read meanwhile. */
final class Started {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    static Started of(TestHome home, StopSignal stop, String... words) {
        Started started = new Started();
        Surroundings around =
                home.surroundings(started.out, started.err, Map.of("GATEBOOK_HOME", home.folder.toString()), stop);
        Thread.ofPlatform().daemon().name("command").start(() -> {
            try {
                started.ended.complete(new CommandLineRun(around).run(words));
            } catch (Throwable fault) {
                started.ended.completeExceptionally(fault);
            }
        });
        return started;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    CompletableFuture<Integer> ended() {
        return ended;
    }
}
