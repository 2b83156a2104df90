package gatebook.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Where answers go. Remembers that an answer could not be written, which {@link PrintStream} keeps to itself. */
final class Stdout extends FilterOutputStream {
    private static final int NEEDS_PERSON = 3;

    private @Nullable IOException trouble;

    Stdout(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            trouble = e;
            throw e;
        }
    }

    /**
     * The exit code of a command that ended with {@code code}. What it did is done, but a script that got half an answer
     * must not take it for whole. A reader who went away, as {@code head} does, has what it wanted.
     */
    int ending(int code, PrintStream err) {
        IOException failed = trouble;
        if (failed == null || String.valueOf(failed.getMessage()).contains("pipe")) {
            return code;
        }
        err.println("gatebook: the answer could not be written whole: " + failed.getMessage());
        err.flush();
        return code == 0 ? NEEDS_PERSON : code;
    }
}
