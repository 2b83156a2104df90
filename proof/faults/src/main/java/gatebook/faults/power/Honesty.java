package gatebook.faults.power;

/** What a disk does when it is told to flush. */
enum Honesty {
    /** It flushes. */
    HONEST,
    /** It flushes everything but the register's log: a desk that commits without waiting for the disk. */
    FORGETS_THE_LOG,
    /** It says so and does nothing. */
    LIES;

    boolean flushes(String name) {
        return switch (this) {
            case HONEST -> true;
            case FORGETS_THE_LOG -> !name.endsWith("-wal");
            case LIES -> false;
        };
    }
}
