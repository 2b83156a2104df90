package gatebook.rules.undo;

/** On whose account a change of a record stands. */
public sealed interface Maker {
    /** A person's, an import's, or whatever else belongs to no run. */
    record Desk() implements Maker {}

    /** A run's, whether it pulled, merged or joined. */
    record Run(RunId run) implements Maker {}

    /**
     * An undo's, which is a run of its own and so can be undone itself.
     *
     * @param of the run that it took back
     */
    record Undo(RunId run, RunId of) implements Maker {}

    default boolean is(RunId id) {
        return switch (this) {
            case Desk() -> false;
            case Run(RunId run) -> run.equals(id);
            case Undo(RunId run, RunId _) -> run.equals(id);
        };
    }
}
