package gatebook.bench;

import java.nio.file.Path;

/**
 * How large the runs are.
 *
 * @param work a folder on the disk that is measured; emptied before and after
 * @param rounds of floor and ours in turn, after one that only warms up
 * @param operations written at the gate in a round
 * @param pushed operations that wait in a round of pushing
 * @param loaded records of a first load
 * @param few records of the small register
 * @param many records of the large register
 * @param cycles with nothing to do, in a round
 * @param changes in live mode, in a round
 * @param disputed records that two desks edited, in a round
 * @param backlog operations that waited for thirty days, in a round
 */
record Setting(
        Path work,
        int rounds,
        int operations,
        int pushed,
        int loaded,
        int few,
        int many,
        int cycles,
        int changes,
        int disputed,
        int backlog) {

    /** The sizes of the bounds. */
    static Setting usual(Path work) {
        return new Setting(work, 5, 4_000, 20_000, 100_000, 1_000, 1_000_000, 300, 200, 5_000, 45_000);
    }

    /** Small enough to see within a minute or two that everything runs; its figures mean little. */
    static Setting quick(Path work) {
        return new Setting(work, 2, 1_000, 4_000, 10_000, 1_000, 20_000, 100, 40, 500, 4_500);
    }

    Setting withRounds(int count) {
        return new Setting(work, count, operations, pushed, loaded, few, many, cycles, changes, disputed, backlog);
    }

    Setting withMany(int records) {
        return new Setting(work, rounds, operations, pushed, loaded, few, records, cycles, changes, disputed, backlog);
    }

    Setting withWork(Path folder) {
        return new Setting(folder, rounds, operations, pushed, loaded, few, many, cycles, changes, disputed, backlog);
    }
}
