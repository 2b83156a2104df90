package gatebook.faults.shift;

import gatebook.store.backup.Backup;
import gatebook.store.file.Notice;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.StoreFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The look at a register that somebody was torn away from: it opens, is whole, has all that was promised, and goes on.
 */
public final class Examination {
    private final Rehearsal rehearsal;

    public Examination(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /**
     * What was found.
     *
     * @param steps how many steps the register has seen, the one taken by the look itself included
     * @param wrong what broke a promise; empty where all were kept
     */
    public record Found(long steps, List<String> wrong) {
        public Found {
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * Opens a register as the desk would, and takes the next step on it.
     *
     * @param least steps that were told as done
     * @param most steps that had begun
     */
    public Found look(Path folder, long least, long most) {
        List<String> wrong = new ArrayList<>();
        Opening opening = Shift.open(folder);
        if (!(opening instanceof Opening.Opened(Register opened))) {
            return new Found(least, List.of("it does not open: " + opening));
        }
        try (Register register = opened) {
            register.notices().stream()
                    .filter(notice -> isUnexpected(notice, least))
                    .forEach(notice -> wrong.add("it says " + notice));
            OptionalLong seen = seen(register, least, most, wrong);
            if (seen.isEmpty()) {
                return new Found(least, wrong);
            }
            unsoundBackups(register, wrong);
            long next = seen.getAsLong() + 1;
            Shift.take(register, next);
            BookImage image = BookImage.of(register, next);
            if (!image.equals(rehearsal.after(next))) {
                wrong.add("step " + next + " taken afterwards " + image.difference(rehearsal.after(next)));
            }
            return new Found(next, wrong);
        } catch (StoreFault | IllegalStateException fault) {
            wrong.add("it cannot be worked with: " + fault);
            return new Found(least, wrong);
        }
    }

    /** A register is made step by step, and one that was cut off meanwhile goes on from the step that stands. */
    private static boolean isUnexpected(Notice notice, long least) {
        return switch (notice) {
            case Notice.Created _, Notice.Migrated _ -> least > 0;
            case Notice.UncleanEnd _ -> false;
            case Notice.WentBack _ -> true;
        };
    }

    private OptionalLong seen(Register register, long least, long most, List<String> wrong) {
        BookImage image = BookImage.of(register, most);
        for (long steps = least; steps <= most; steps++) {
            if (image.equals(rehearsal.after(steps))) {
                return OptionalLong.of(steps);
            }
        }
        wrong.add("after " + least + " steps told as done it " + image.difference(rehearsal.after(least)));
        for (long steps = 0; steps < least; steps++) {
            if (image.equals(rehearsal.after(steps))) {
                wrong.add("it is as it was after step " + steps);
            }
        }
        return OptionalLong.empty();
    }

    /**
     * A copy bears its name only once it is proven and flushed; a name without any content is passed over when one is
     * sought.
     */
    private static void unsoundBackups(Register register, List<String> wrong) {
        for (Backup backup : register.backups().list()) {
            try {
                if (Files.size(backup.file()) == 0) {
                    continue;
                }
                try (FileConnection file = FileConnection.readOnly(backup.file())) {
                    file.quickCheck().forEach(finding -> wrong.add(backup.file().getFileName() + ": " + finding));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (StoreFault fault) {
                wrong.add(backup.file().getFileName() + ": " + fault.getMessage());
            }
        }
    }
}
