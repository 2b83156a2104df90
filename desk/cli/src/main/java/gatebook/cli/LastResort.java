package gatebook.cli;

import java.io.PrintStream;
import org.slf4j.LoggerFactory;

/** What is done about a bug: the person gets a sentence, the log gets the rest, and the program ends. */
final class LastResort implements Thread.UncaughtExceptionHandler {
    /** The exit code, which is also that of a refusal: nothing that was asked for can be relied on. */
    static final int CODE = 1;

    private final PrintStream err;
    private final Runnable end;

    LastResort(PrintStream err, Runnable end) {
        this.err = err;
        this.end = end;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        LoggerFactory.getLogger(Gatebook.class).error("a command broke", fault);
        err.println("gatebook: something went wrong that should not ("
                + fault.getClass().getSimpleName() + "); what the desk had accepted is safe. The details are in "
                + LogFile.place() + ": send that file to those who look after the program.");
        err.flush();
        end.run();
    }
}
