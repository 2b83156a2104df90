package gatebook.rules.merge;

/** The seed's kinds of conflict; the names stand in {@code sync_conflicts.conflict_type} and on the wire. */
public enum ConflictType {
    /** Both sides changed the record since they last agreed. */
    VERSION_MISMATCH,
    /** Money or a vehicle's presence would be told in two ways. */
    BUSINESS_RULE_VIOLATION,
    /** One side voided what the other changed, or the merged record contradicts itself. */
    DATA_INCONSISTENCY
}
