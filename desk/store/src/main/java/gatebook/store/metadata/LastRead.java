package gatebook.store.metadata;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a few texts were last read as: those that are asked for at each operation and seldom change. A process with
 * several registers open has one for each of them. Thread-safe.
 */
final class LastRead<T> {
    /** More than a process has registers. */
    private static final int PLACES = 32;

    private record Known<T>(String text, T value) {}

    private final AtomicReferenceArray<@Nullable Known<T>> known = new AtomicReferenceArray<>(PLACES);

    T of(String text, Function<String, T> reading) {
        Known<T> last = known.get(place(text));
        if (last != null && last.text().equals(text)) {
            return last.value();
        }
        T value = reading.apply(text);
        is(text, value);
        return value;
    }

    /** This is what the text says: whoever wrote it need not read it. */
    void is(String text, T value) {
        known.set(place(text), new Known<>(text, value));
    }

    private static int place(String text) {
        return Math.floorMod(text.hashCode(), PLACES);
    }
}
