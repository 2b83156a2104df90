package gatebook.rules.entry;

/** Fields that only make sense together and therefore come from one side of a merge (decision 0004). */
public enum FieldGroup {
    /** Identity and authorship, which no edit changes. */
    IDENTITY,
    /** vehicle_number with its matching key. */
    PLATE,
    ENTRY_TIME,
    /** status, exit_time, fee, computed_fee, fee_manually_set, fee_reason. */
    STAY,
    /** payment_status, payment_type. */
    PAYMENT,
    /** Each descriptive field is a group of its own. */
    DESCRIPTION
}
