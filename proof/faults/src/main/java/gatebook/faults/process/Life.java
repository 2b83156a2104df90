package gatebook.faults.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of a desk's process, and what it told before it ended. */
final class Life implements AutoCloseable {
    private static final int MINUTES_MAX = 2;
    private static final String DONE = "ACK ";

    private final Process process;
    private final BufferedReader says;
    private final List<String> told = new ArrayList<>();

    private Life(Process process) {
        this.process = process;
        this.says = process.inputReader(StandardCharsets.UTF_8);
    }

    static Life begin(List<String> command) throws IOException {
        return new Life(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Hears one more line; false once there is none. */
    boolean hear() throws IOException {
        String line = says.readLine();
        if (line == null) {
            return false;
        }
        told.add(line);
        return true;
    }

    /** Lets it live on for so long at most. */
    void goOnFor(long micros) throws InterruptedException {
        process.waitFor(micros, TimeUnit.MICROSECONDS);
    }

    /** Ends it as {@code kill -9} does; what it had said before is heard all the same. */
    void kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        end();
    }

    /** Hears all it says until it ends by itself. */
    void end() throws IOException, InterruptedException {
        while (hear()) {
            // until the pipe is empty
        }
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            told.add("HUNG");
        }
    }

    List<String> told() {
        return List.copyOf(told);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** The last step that was told as done; if none was, the one before the first. */
    long done(long before) {
        return told.stream()
                .filter(line -> line.startsWith(DONE))
                .mapToLong(line -> Long.parseLong(line.substring(DONE.length())))
                .reduce(before, Math::max);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
