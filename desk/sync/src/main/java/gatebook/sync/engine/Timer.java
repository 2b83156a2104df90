package gatebook.sync.engine;

/** The clocks that an engine has set; one of each at most. */
public enum Timer {
    /** The next cycle on its own. */
    CYCLE,
    /** The next try of a request. */
    RETRY
}
