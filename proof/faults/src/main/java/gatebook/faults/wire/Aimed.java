package gatebook.faults.wire;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault that befalls the next requests of one kind, and leaves all others alone. */
public final class Aimed implements Fault {
    private final String kind;
    private final Fault fault;
    private final AtomicInteger left;

    /**
     * @param kind method and beginning of the path, as {@code POST /v1/sync/push}
     * @param times how many of them it befalls
     */
    Aimed(String kind, int times, Fault fault) {
        this.kind = kind;
        this.fault = fault;
        this.left = new AtomicInteger(times);
    }

    /** A fault that befalls the next one of a kind. */
    public static Aimed once(String kind, Fault fault) {
        return new Aimed(kind, 1, fault);
    }

    boolean hasStruck() {
        return left.get() <= 0;
    }

    @Override
    public void meet(Passing passing) throws IOException {
        boolean strikes = passing.request().asks(kind) && left.getAndUpdate(more -> Math.max(0, more - 1)) > 0;
        (strikes ? fault : Fault.NONE).meet(passing);
    }
}
