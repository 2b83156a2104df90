package gatebook.bench;

import gatebook.bench.figure.RunResult;

/** One whole run: ours and the floor in turn. */
interface Run {
    /** The word that asks for it. */
    String name();

    RunResult measure(Surroundings surroundings);
}
