package gatebook.store.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the cloud knows the record.
 *
 * @param remoteId the cloud's number for it; null until it has one
 * @param remoteVersion the cloud's version last seen; 0 when the cloud holds none
 */
public record SyncState(
        SyncStatus status,
        @Nullable Long remoteId,
        long remoteVersion,
        @Nullable Instant lastSyncAt) {
    /** Of a record that the cloud has never heard of. */
    public static final SyncState NEW = new SyncState(SyncStatus.PENDING, null, 0, null);

    public SyncState with(SyncStatus other) {
        return new SyncState(other, remoteId, remoteVersion, lastSyncAt);
    }

    /** The cloud was heard to hold {@code version}. */
    public SyncState seen(long version, Instant at) {
        return new SyncState(status, remoteId, version, at);
    }
}
