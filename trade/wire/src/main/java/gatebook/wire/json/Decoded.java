package gatebook.wire.json;

import gatebook.rules.refusal.FieldError;
import java.util.List;

/** What reading a message came to. */
public sealed interface Decoded<T> {
    /** The message was whole and well formed. */
    record Read<T>(T value) implements Decoded<T> {}

    /**
     * The message was refused; nothing of it may be used.
     *
     * @param faults at least one; a single {@code NOT_JSON} when not even the syntax held
     */
    record Refused<T>(List<FieldError> faults) implements Decoded<T> {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The value, where a refusal can only mean damage: reading back what this program wrote.
     *
     * @throws IllegalStateException naming the faults
     */
    default T orDamaged(String what) {
        return switch (this) {
            case Read<T>(T value) -> value;
            case Refused<T>(List<FieldError> faults) -> throw new IllegalStateException(what + ": " + faults);
        };
    }
}
