package gatebook.faults.shift;

import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.sqlite.StoreFault;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A desk in a process of its own that works through the shift and says {@code ACK n} once step n is in the book.
 * What the
 * disk refuses it reports as {@code NAK n} with the reason, and tries again, as a person would.
 */
public final class ShiftProgram {
    private static final int TRIES_MAX = 3;

    private final Path home;
    private final FileOutputStream told = new FileOutputStream(FileDescriptor.out);

    private ShiftProgram(Path home) {
        this.home = home;
    }

    /** Words: the desk's folder, the first step and the last. */
    public static void main(String[] words) throws IOException {
        new ShiftProgram(Path.of(words[0])).work(Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    private void work(long first, long last) throws IOException {
        long next = first;
        while (next <= last) {
            long end = Math.min(last, lastBeforeClosing(next));
            Register register = open();
            for (; next <= end; next++) {
                take(register, next);
            }
            close(register);
        }
        tell("END");
    }

    private static long lastBeforeClosing(long step) {
        long round = (step - 1) / Shift.LENGTH * Shift.LENGTH;
        return step <= round + Shift.CLOSED_AFTER ? round + Shift.CLOSED_AFTER : round + Shift.LENGTH;
    }

    private Register open() throws IOException {
        for (int attempt = 1; attempt <= TRIES_MAX; attempt++) {
            Opening opening = Shift.open(home);
            if (opening instanceof Opening.Opened(Register register)) {
                return register;
            }
            tell(
                    opening instanceof Opening.Refused refused
                            ? "NAK open " + refused.reason() + " " + refused.detail()
                            : "LOST " + opening);
        }
        throw new IllegalStateException("it did not open in " + TRIES_MAX + " tries");
    }

    private void take(Register register, long step) throws IOException {
        for (int attempt = 1; attempt <= TRIES_MAX; attempt++) {
            try {
                Shift.take(register, step);
                tell("ACK " + step);
                return;
            } catch (StoreFault fault) {
                tell("NAK " + step + " " + fault.kind() + " " + fault.getMessage());
            } catch (Deed.NoBackup fault) {
                tell("NAK " + step + " BACKUP " + fault.getMessage());
                tell("ACK " + step);
                return; // the register is as it was, and the next hour makes another
            }
        }
        throw new IllegalStateException("step " + step + " was not done in " + TRIES_MAX + " tries");
    }

    private void close(Register register) throws IOException {
        try {
            register.close();
        } catch (StoreFault fault) {
            tell("NAK close " + fault.kind() + " " + fault.getMessage());
        }
    }

    /** One system call a line: what was said before a kill was said whole. */
    private void tell(String line) throws IOException {
        told.write((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
