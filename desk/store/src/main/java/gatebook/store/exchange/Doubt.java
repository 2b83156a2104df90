package gatebook.store.exchange;

/** Why this desk's records are compared with the cloud's. */
public enum Doubt {
    /** To be sure: both follow one history, so that versions tell what is newer. */
    NONE,
    /** The cloud's history is not the one that this desk followed: versions tell nothing until both agree again. */
    HISTORY_LOST
}
