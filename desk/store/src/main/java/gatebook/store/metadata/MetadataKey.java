package gatebook.store.metadata;

import java.util.Locale;

/** What {@code sync_metadata} holds; the key in the table is the name in lower case. */
public enum MetadataKey {
    /** {@link DeskProfile} as JSON. */
    DESK,
    /** {@link Numbers} as JSON. */
    NUMBERS,
    /** {@link SitePolicy} as JSON; absent until the cloud has told it. */
    STRATEGIES,
    /** Where the next pull begins, as the cloud gave it. */
    CURSOR,
    /** The life of the cloud's records that the cursor belongs to. */
    HISTORY_ID,
    /** Where the cloud's order was last seen to end, while that lies beyond the cursor. */
    SEEN,
    /** Since when both sides are being compared after the cloud lost its history; absent otherwise. */
    HEALING,
    /** The last record of a first load under way, so that it goes on after it. */
    SNAPSHOT_AFTER,
    /** The cursor from which to pull once that first load is whole. */
    SNAPSHOT_CURSOR,
    /** The number of the last request that pushed. */
    DEVICE_SEQ,
    /** Changed whenever this file may be an older one come back. */
    INCARNATION,
    /** The device id whose requests the cloud refused as another machine's; it is never pushed under again. */
    CLONED,
    /** The row of the audit trail by which the cloud judges this desk's. */
    AUDIT_TOLD,
    /** Up to which change the cloud has recomputed the hashes of its history for this desk; 0 to begin anew. */
    CLOUD_WALKED,
    /** Changes of the cloud's history that were not what was written when they were last looked at, with commas between. */
    CLOUD_BROKEN,
    LAST_PUSH_AT,
    LAST_PULL_AT,
    /** Milliseconds by which the cloud's clock is ahead of this desk's, when last seen. */
    CLOCK_SKEW_MS,
    /** What the last attempt to reach the cloud came to; absent when it was reached. */
    CONNECTION_CAUSE;

    /** The key in the table. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
