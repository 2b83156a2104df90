package gatebook.sim.cloud;

import gatebook.sync.connectivity.Failure;

/** What the cloud makes of a request that reached it, as a desk understands it behind a line without faults. */
public sealed interface Reply<T> {
    /** The cloud answered. */
    record Heard<T>(T message) implements Reply<T> {}

    /** The cloud refused the request as a whole: the failure that a desk makes of the problem it is told. */
    record Refused<T>(Failure failure) implements Reply<T> {}
}
