package gatebook.sim.site;

import java.util.Map;
import java.util.TreeMap;

/** How often rare paths were walked: a batch of seeds that never walks one has become tame. */
public final class Marks {
    private final Map<Mark, Long> counts = new TreeMap<>();

    public void hit(Mark mark) {
        counts.merge(mark, 1L, Long::sum);
    }

    public void add(Marks other) {
        other.counts.forEach((mark, times) -> counts.merge(mark, times, Long::sum));
    }

    public long times(Mark mark) {
        return counts.getOrDefault(mark, 0L);
    }
}
