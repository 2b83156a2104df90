package gatebook.sim.plan;

/** A way in which the world goes wrong. */
public enum Fault {
    /** Requests do not arrive. */
    LOST_REQUEST,
    /** The cloud does the work, and its answer does not arrive. */
    LOST_ANSWER,
    /** A middlebox sends a request twice. */
    DUPLICATE,
    /** A middlebox sends a request again, much later. */
    REPLAY,
    /** Answers that take long, so that they overtake each other. */
    SLOW,
    /** 429 and 503, with and without {@code Retry-After}. */
    BUSY,
    /** 500 after the commit. */
    DOWN_AFTER_COMMIT,
    /** A login page answers in the cloud's place. */
    PORTAL,
    /** Nothing passes for a while. */
    PARTITION,
    /** Requests pass and answers do not. */
    ONE_WAY,
    /** The cloud is down for everybody. */
    CLOUD_DOWN,
    /** The desk's machine dies between two steps. */
    CRASH,
    /** The desk's machine dies within a transaction. */
    CRASH_INSIDE,
    /** The machine is suspended. */
    PAUSE,
    /** Clocks are wrong from the beginning, and go wrong. */
    SKEW,
    /** Somebody sets a clock. */
    CLOCK_JUMP,
    DISK_FULL,
    /** The register comes back from an older copy; the side file stays. */
    DESK_REWIND,
    /** A second machine goes on with a copy of all files. */
    DESK_CLONE,
    /** The cloud is restored from a backup, and says so. */
    CLOUD_RESTORED,
    /** The cloud loses its last commits, and does not know. */
    CLOUD_TAIL_LOST,
    REVOKED,
    /** A desk joins when the others have long begun. */
    NEW_DESK
}
