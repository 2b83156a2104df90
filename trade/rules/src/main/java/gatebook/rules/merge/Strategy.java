package gatebook.rules.merge;

/** The seed's ways to settle a conflict; the names stand in {@code sync_conflicts.resolution_strategy}. */
public enum Strategy {
    LOCAL_WINS,
    REMOTE_WINS,
    MERGE_INTELLIGENT,
    MANUAL_REVIEW
}
