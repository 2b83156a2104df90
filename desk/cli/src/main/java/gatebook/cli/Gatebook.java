package gatebook.cli;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The program's entry, and the one place that knows the real clock, real chance and real ids. */
public final class Gatebook {
    /** How long a command that is told to end may take to put things in order. */
    private static final Duration CLOSING_MAX = Duration.ofSeconds(50);

    private static final int OUT_BYTES = 1 << 16;

    private Gatebook() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] words) {
        StopSignal stop = new StopSignal();
        AtomicInteger code = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopCleanly(stop, ended, code), "gatebook-stop"));
        Stdout out = new Stdout(new FileOutputStream(FileDescriptor.out));
        Surroundings around = surroundings(out, stop);
        Thread.currentThread().setUncaughtExceptionHandler(new LastResort(around.err(), () -> {
            code.set(LastResort.CODE);
            ended.countDown();
            System.exit(LastResort.CODE);
        }));
        code.set(out.ending(new CommandLineRun(around).run(words), around.err()));
        ended.countDown();
        System.exit(code.get());
    }

    private static Surroundings surroundings(Stdout out, StopSignal stop) {
        SecureRandom random = new SecureRandom();
        return new Surroundings(
                utf8(new BufferedOutputStream(out, OUT_BYTES)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                Clock.systemUTC(),
                System::nanoTime,
                UuidCreator::getTimeOrderedEpoch,
                random,
                System.getenv(),
                stop);
    }

    /** What the program says is UTF-8, whatever the terminal's settings say. */
    private static PrintStream utf8(OutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    /** On SIGINT and SIGTERM: the command ends as it would have, and its own exit code is the program's. */
    private static void stopCleanly(StopSignal stop, CountDownLatch ended, AtomicInteger code) {
        stop.ask();
        try {
            if (ended.await(CLOSING_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(code.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
