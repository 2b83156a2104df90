package gatebook.faults.fuzz;

import java.util.List;
import java.util.function.Consumer;

/**
 * Something that reads what others wrote, and the law that it keeps for any bytes.
 *
 * @param name under which its kept inputs lie
 * @param seeds sound inputs to begin from
 * @param cost how much longer than reading a message an input takes
 * @param law throws an {@link AssertionError} where it is broken; any other exception is a broken law too
 */
record Decoder(String name, List<byte[]> seeds, int cost, Consumer<byte[]> law) {
    Decoder {
        seeds = List.copyOf(seeds);
    }

    @Override
    public String toString() {
        return name;
    }
}
