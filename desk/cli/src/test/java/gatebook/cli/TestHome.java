package gatebook.cli;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A desk's folder and the commands run at it, each as one call of the program, in this JVM. */
final class TestHome {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    final Path folder;
    private final Clock clock;

    private TestHome(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** At the hour of the contract's example. */
    static TestHome at(Path folder) {
        return at(folder, Instant.parse("2026-11-22T06:40:10.536Z"));
    }

    static TestHome at(Path folder, Instant now) {
        return new TestHome(folder, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** With the clock of this machine, for what a cloud looks at. */
    static TestHome now(Path folder) {
        return new TestHome(folder, Clock.systemUTC());
    }

    /** The same desk at another time. */
    TestHome later(Duration span) {
        return at(folder, clock.instant().plus(span));
    }

    ZoneId zone() {
        return ZoneId.of("Asia/Kolkata");
    }

    /** What a call came to. */
    record Said(int code, String out, String err) {
        Map<String, Object> object() {
            return Json.object(out);
        }

        List<Map<String, Object>> list() {
            return Json.list(out);
        }

        String text(String field) {
            return String.valueOf(object().get(field));
        }
    }

    Said run(String... words) {
        return run(new StopSignal(), words);
    }

    Said json(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.add("--json");
        return run(line.toArray(String[]::new));
    }

    Said run(StopSignal stop, String... words) {
        return call(stop, Map.of("GATEBOOK_HOME", folder.toString()), words);
    }

    Said call(StopSignal stop, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineRun(surroundings(out, err, environment, stop)).run(words);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Surroundings surroundings(
            ByteArrayOutputStream out, ByteArrayOutputStream err, Map<String, String> environment, StopSignal stop) {
        return new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                clock,
                System::nanoTime,
                UuidCreator::getTimeOrderedEpoch,
                new SecureRandom(),
                environment,
                stop);
    }

    Said enter(String plate) {
        return json(
                "enter", "--vehicle-number", plate, "--vehicle-type", "Trailer", "--transport-name", "Konkan Carriers");
    }

    /** Waits until something is so; says what, if it never is. */
    static void until(String promise, BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        StopSignal never = new StopSignal();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + promise);
            }
            never.within(LOOK_EVERY);
        }
    }
}
