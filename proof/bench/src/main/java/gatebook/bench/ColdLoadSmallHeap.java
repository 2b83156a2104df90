package gatebook.bench;

import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import java.util.List;

/** A first load of the largest register by a desk in a small heap. */
final class ColdLoadSmallHeap implements Run {
    private static final int HEAP_MIB = 128;

    @Override
    public String name() {
        return "cold-load-small-heap";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        int records = surroundings.setting().many();
        SmallHeapDesk.Loaded loaded = surroundings.loaded(records);
        if (loaded.records() != records) {
            throw new IllegalStateException("not all came: " + loaded);
        }
        return new RunResult(
                name(),
                "one load of " + records + " entries in a process of its own with -Xmx" + SmallHeapDesk.HEAP
                        + "; the peak counts garbage",
                List.of(
                        Figure.atMost(HEAP_MIB, "peak heap", "MiB", null, loaded.peakHeapMib()),
                        Figure.told("rate", "/s", null, loaded.records() / loaded.seconds())));
    }
}
