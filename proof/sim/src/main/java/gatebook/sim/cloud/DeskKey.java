package gatebook.sim.cloud;

import gatebook.wire.device.EnrolmentAnswer;

/** What a desk shows with each request; never printed. */
public record DeskKey(String token) {
    /** The key that a desk was given when it joined. */
    public static DeskKey of(EnrolmentAnswer membership) {
        return new DeskKey(membership.token());
    }

    @Override
    public String toString() {
        return "DeskKey(…)";
    }
}
