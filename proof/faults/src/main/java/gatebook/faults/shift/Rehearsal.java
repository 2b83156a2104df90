package gatebook.faults.shift;

import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same shift where nothing goes wrong: what a register holds after each step. Not for several threads. */
public final class Rehearsal implements AutoCloseable {
    private final Register register;
    private final List<BookImage> images = new ArrayList<>();

    /** Begins it in an empty folder. */
    public Rehearsal(Path folder) {
        Opening opening = Shift.open(folder);
        if (!(opening instanceof Opening.Opened(Register opened))) {
            throw new IllegalStateException("no rehearsal: " + opening);
        }
        register = opened;
        images.add(BookImage.of(register, 0));
    }

    /** What a register holds after so many steps. */
    BookImage after(long steps) {
        while (images.size() <= steps) {
            long next = images.size();
            Shift.take(register, next);
            BookImage image = BookImage.of(register, next);
            if (!image.isSound()) {
                throw new IllegalStateException("the rehearsal itself went wrong at step " + next + ": " + image);
            }
            images.add(image);
        }
        return images.get((int) steps);
    }

    @Override
    public void close() {
        register.close();
    }
}
