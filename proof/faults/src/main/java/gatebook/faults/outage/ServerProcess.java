package gatebook.faults.outage;

import gatebook.rules.refusal.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server as it is shipped, in a process of its own that has several lives, all at one port. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("\"url\":\"http://[^:]+:(\\d+)\"");
    private static final Duration STOPPING_MAX = Duration.ofMinutes(1);

    /** Starts of one life: an operator's machine starts again what ended by itself. */
    private static final int STARTS_MAX = 20;

    /** On a machine that has much else to do. */
    private static final Duration UP_WITHIN = Duration.ofMinutes(5);

    private static final Duration BETWEEN_STARTS = Duration.ofMillis(500);

    private final List<String> java;
    private final List<String> words;
    private final Map<String, String> environment;
    private final Path said;
    private int port;
    private @Nullable Process process;

    /**
     * @param java the command that runs the program, without its words
     * @param words of the server command that say where its records are
     * @param said a file for what it says of itself
     */
    ServerProcess(List<String> java, List<String> words, Map<String, String> environment, Path said) {
        this.java = List.copyOf(java);
        this.words = List.copyOf(words);
        this.environment = Map.copyOf(environment);
        this.said = said;
    }

    /** Starts it and waits until it serves; how many starts it took. What it says as it gives up must name the reason. */
    int start() throws IOException, InterruptedException {
        for (int starts = 1; starts <= STARTS_MAX; starts++) {
            Process begun = begin();
            process = begun;
            if (isUp(begun)) {
                return starts;
            }
            begun.waitFor();
            String lastWords = Files.readString(said, StandardCharsets.UTF_8);
            if (!lastWords.contains(Refusal.SERVER_FAILED.code() + " ")) {
                throw new IllegalStateException(
                        "the server ended with " + begun.exitValue() + " and does not say why: " + lastWords);
            }
            begun.waitFor(BETWEEN_STARTS.toMillis(), TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("the server does not start: " + Files.readString(said, StandardCharsets.UTF_8));
    }

    private Process begin() throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("server", "--host", "127.0.0.1", "--json"));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(said.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private boolean isUp(Process begun) throws IOException {
        CompletableFuture<Void> tooLong = CompletableFuture.runAsync(
                begun::destroyForcibly, CompletableFuture.delayedExecutor(UP_WITHIN.toSeconds(), TimeUnit.SECONDS));
        BufferedReader says = begun.inputReader(StandardCharsets.UTF_8);
        String line = says.readLine();
        tooLong.cancel(false);
        if (line == null) {
            return false;
        }
        Matcher url = URL.matcher(line);
        if (!url.find()) {
            throw new IllegalStateException("the server says something else than where it is: " + line);
        }
        port = Integer.parseInt(url.group(1));
        return true;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As {@code kill -9} does; it is gone when this returns. */
    void kill() {
        if (process != null) {
            process.toHandle().destroyForcibly();
            process.onExit().join();
        }
    }

    /** Asks it to end, as an operator does. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOPPING_MAX.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
