package gatebook.store.file;

/** What becomes of operations that only the present register holds, when a backup takes its place. */
public enum UnsentWork {
    /** They come along, with the records as they made them: no operation that the desk accepted is lost. */
    CARRY_OVER,
    /** They stay in the file that is moved aside: the person wants the desk as the backup has it. */
    LEAVE_BEHIND
}
