package gatebook.store.sqlite;

/** On whose behalf a transaction writes. */
public enum Turn {
    /** A person waits: goes first. */
    GATE,
    /** Nobody waits; such a transaction is kept short, so that the gate never feels it. */
    ENGINE
}
