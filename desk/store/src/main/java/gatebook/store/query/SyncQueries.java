package gatebook.store.query;

import gatebook.store.sqlite.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the register says about its exchange with the cloud. Each call sees one moment. Thread-safe. */
public final class SyncQueries {
    /** No list is longer; what is beyond it is old. */
    public static final int ROWS_MAX = 100_000;

    private final Database database;

    public SyncQueries(Database database) {
        this.database = database;
    }

    /** Queued operations, newest first; of any status for null. */
    public List<QueueItem> queue(QueueItem.@Nullable Status status) {
        return database.read(session -> QueueItem.read(session, status, ROWS_MAX));
    }

    /** Conflicts: the open ones oldest first, or all newest first. */
    public List<ConflictItem> conflicts(ConflictItem.Which which) {
        return database.read(session -> ConflictItem.read(session, which, ROWS_MAX));
    }

    /** The open conflicts of the shape of this one, which is among them; none if it is not open. */
    public List<ConflictItem> conflictsLike(long id) {
        List<ConflictItem> open = conflicts(ConflictItem.Which.OPEN);
        return open.stream()
                .filter(item -> item.id() == id)
                .findFirst()
                .map(one -> open.stream()
                        .filter(item -> item.shape().equals(one.shape()))
                        .toList())
                .orElse(List.of());
    }

    /** Sync runs, newest first. */
    public List<RunItem> runs() {
        return database.read(session -> RunItem.read(session, ROWS_MAX));
    }

    /** The number in the queue of the newest operation; 0 where there never was one. */
    public long newestOperation() {
        return database.read(SyncCounts::newestOperation);
    }

    /** Whether of all operations up to this one, by its number in the queue, none waits for its verdict any longer. */
    public boolean isSettledUpTo(long operation) {
        return database.read(session -> SyncCounts.isSettledUpTo(session, operation));
    }

    /** What waits; costs a few index entries, however long the register is. */
    public SyncCounts counts() {
        return database.read(SyncCounts::read);
    }

    /** How many matters wait for a person: what is refused counts once, though it stands in the queue and in the inbox. */
    public long matters() {
        return database.read(SyncCounts::matters);
    }
}
