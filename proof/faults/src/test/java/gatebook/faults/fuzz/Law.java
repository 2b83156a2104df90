package gatebook.faults.fuzz;

import gatebook.rules.refusal.FieldError;
import gatebook.wire.json.Decoded;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What decoders are held to. */
final class Law {
    private static final int FAULTS_MAX = 100;

    private Law() {}

    static void same(Object expected, Object found, String what) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError(what + ": " + expected + "\n  became: " + found);
        }
    }

    static void holds(boolean held, String what) {
        if (!held) {
            throw new AssertionError(what);
        }
    }

    /** The value that was read; a refusal names at least one fault, and no more than a person can read. */
    static <T> Optional<T> read(Decoded<T> decoded) {
        return switch (decoded) {
            case Decoded.Read<T>(T value) -> Optional.of(value);
            case Decoded.Refused<T>(List<FieldError> faults) -> {
                holds(!faults.isEmpty() && faults.size() <= FAULTS_MAX, "a refusal names its faults: " + faults.size());
                yield Optional.empty();
            }
        };
    }
}
