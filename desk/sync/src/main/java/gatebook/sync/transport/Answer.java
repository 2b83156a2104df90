package gatebook.sync.transport;

import gatebook.sync.connectivity.Failure;

/** What became of a request. */
public sealed interface Answer<T> {
    /** The cloud answered, whole and well formed. */
    record Heard<T>(T message) implements Answer<T> {}

    /** Anything else. */
    record Failed<T>(Failure failure) implements Answer<T> {}
}
