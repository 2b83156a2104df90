package gatebook.faults.wire;

import java.util.List;

/** One kind of talk between a desk and the cloud, which can be disturbed again and again. */
interface Dialogue extends AutoCloseable {
    /** The request that a fault befalls: its method and the beginning of its path. */
    String kind();

    /**
     * Gives the desk a reason to talk, lets the fault befall it, looks at what it left behind, and talks again over a clean
     * line.
     *
     * @return what should not be so; nothing where all promises were kept
     */
    List<String> round(Fault fault);

    @Override
    void close();
}
