package gatebook.rules.undo;

/** The number of a run of synchronizing, or of an undo, at the desk that made it; from 1. */
public record RunId(long number) {
    public RunId {
        if (number < 1) {
            throw new IllegalArgumentException("runs count from 1, not " + number);
        }
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
