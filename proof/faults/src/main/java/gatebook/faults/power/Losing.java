package gatebook.faults.power;

import java.util.random.RandomGenerator;

/** What becomes of what was not flushed, in one file or among the names. */
enum Losing {
    NOTHING,
    EVERYTHING,
    /** All after some point, the piece at that point torn between two sectors. */
    THE_END,
    /** Any of the pieces. */
    PIECES,
    /** Any of the sectors. */
    SECTORS,
    /** Any of the sectors, and others hold what was never written. */
    SECTORS_TO_GARBAGE;

    static Losing any(RandomGenerator random) {
        Losing[] all = values();
        return all[random.nextInt(all.length)];
    }
}
