package gatebook.sim.plan;

/** Something that a person does at a desk. */
public enum Act {
    ARRIVE(12),
    /** A vehicle arrives that another desk has just written down. */
    ARRIVE_TWICE(4),
    LEAVE_CASH(6),
    LEAVE_ONLINE(3),
    LEAVE_UNPAID(3),
    /** With a fee set by hand. */
    LEAVE_FEE(3),
    NOTE(6),
    DRIVER(4),
    PLATE(4),
    ENTRY_TIME(3),
    VOID(4),
    RESOLVE(8),
    RETRY(2),
    DISCARD(2),
    UNDO(2),
    UNDO_ALL(1),
    SYNC(1),
    FULL_SYNC(1);

    private final int weight;

    Act(int weight) {
        this.weight = weight;
    }

    /** How often it is done, beside the others. */
    public int weight() {
        return weight;
    }
}
