package gatebook.faults.outage;

/** Where a server under attack has its records. */
enum Keeping {
    /** In a PostgreSQL that it runs itself, and has to start again when it goes down. */
    OWN,
    /** In one that somebody else runs, and starts again. */
    GIVEN
}
