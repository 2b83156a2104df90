package gatebook.sync.service;

import gatebook.sync.connectivity.Connection;

/** Is told what a person would want to see; called on the engine's thread, so it hands on and returns. */
public interface SyncObserver {
    /** The way to the cloud has changed; told of changes only. */
    void connectionChanged(Connection connection);

    /**
     * A run has come further.
     *
     * @param fraction 0 to 1, never less than before within a run
     */
    void progressed(String message, double fraction);

    /** Records of the book have changed through synchronizing. */
    void recordsChanged();

    /** A run has ended, whatever came of it; its row of {@code sync_runs} says what. */
    default void runEnded() {}

    /** A fault has ended syncing: nothing is told any more, and nothing goes on by itself. */
    default void stopped() {}
}
