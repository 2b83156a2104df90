package gatebook.faults.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** The memory of this process, in which client and server live. */
final class Heap {
    static final long MIB = 1 << 20;
    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** What is held after collecting what is not. */
    static long afterCollection() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int at = 0; at < COLLECTIONS; at++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
