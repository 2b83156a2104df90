package gatebook.sim.cloud;

import gatebook.sync.connectivity.Failure;
import java.util.function.Function;

/** What the cloud makes of a request that reached it, as a desk understands it behind a line without faults. */
public sealed interface Reply<T> {
    /** The cloud answered. */
    record Heard<T>(T message) implements Reply<T> {}

    /** The cloud refused the request as a whole: the failure that a desk makes of the problem it is told. */
    record Refused<T>(Failure failure) implements Reply<T> {}

    /** What follows from the message, if there is one. */
    default <U> Reply<U> then(Function<T, Reply<U>> next) {
        return switch (this) {
            case Heard<T>(T message) -> next.apply(message);
            case Refused<T>(Failure failure) -> new Refused<>(failure);
        };
    }
}
