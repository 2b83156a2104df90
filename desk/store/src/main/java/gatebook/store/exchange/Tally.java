package gatebook.store.exchange;

/**
 * What a stretch of synchronizing did, in records.
 *
 * @param pushed operations that took effect at the cloud, now or before
 * @param pulled records that the cloud's news changed here
 * @param merged records in which both sides' changes were put together
 * @param conflicts records that a person has to decide
 * @param rejected refusals by the cloud
 * @param failed operations given up until a person acts
 */
public record Tally(long pushed, long pulled, long merged, long conflicts, long rejected, long failed) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);
    static final Tally PUSHED = new Tally(1, 0, 0, 0, 0, 0);
    static final Tally PULLED = new Tally(0, 1, 0, 0, 0, 0);
    static final Tally MERGED = new Tally(0, 0, 1, 0, 0, 0);
    static final Tally CONFLICT = new Tally(0, 0, 0, 1, 0, 0);
    static final Tally REJECTED = new Tally(0, 0, 0, 0, 1, 0);
    static final Tally FAILED = new Tally(0, 0, 0, 0, 1, 1);

    public Tally plus(Tally other) {
        return new Tally(
                pushed + other.pushed,
                pulled + other.pulled,
                merged + other.merged,
                conflicts + other.conflicts,
                rejected + other.rejected,
                failed + other.failed);
    }
}
