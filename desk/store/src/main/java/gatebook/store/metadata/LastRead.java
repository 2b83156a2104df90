package gatebook.store.metadata;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what a text was last read as: one that is asked for at each operation and seldom changes. Thread-safe. */
final class LastRead<T> {
    private record Known<T>(String text, T value) {}

    private volatile @Nullable Known<T> known;

    T of(String text, Function<String, T> reading) {
        Known<T> last = known;
        if (last != null && last.text().equals(text)) {
            return last.value();
        }
        T value = reading.apply(text);
        known = new Known<>(text, value);
        return value;
    }

    /** This is what the text says: whoever wrote it need not read it. */
    void is(String text, T value) {
        known = new Known<>(text, value);
    }
}
