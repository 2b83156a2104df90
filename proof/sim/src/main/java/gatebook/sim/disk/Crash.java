package gatebook.sim.disk;

/** The machine died. Not caught by any code that ships, as a dead machine runs none. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String statement) {
        super(statement, null, false, false);
    }
}
