package gatebook.rules.undo;

/** How far an undo goes. */
public enum Scope {
    /** Records that the run brought in for the first time stay. */
    CHANGES,
    /** They are voided. */
    ALL
}
