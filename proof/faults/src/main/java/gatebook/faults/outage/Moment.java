package gatebook.faults.outage;

/** When a kill comes. */
enum Moment {
    /** The operations are committed and the answer to them is out of the server, and no desk has heard it yet. */
    AFTER_COMMIT,
    /** A short time after a push has set out. */
    WITHIN_PUSH,
    /** A short time after desks began to sync. */
    ANY
}
