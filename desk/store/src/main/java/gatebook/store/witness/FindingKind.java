package gatebook.store.witness;

import java.util.Locale;

/** What can be found out about a trail that its own hashes do not show. */
public enum FindingKind {
    /** Rows are missing at the end of this desk's trail: an older copy came back, or the end was cut off. */
    TAIL_MISSING,
    /** This desk's trail is another one than the cloud knew: it was rewritten, or its end was cut off. */
    TRAIL_REWRITTEN,
    /** The cloud's history is another one than this desk knew, from before this desk knew it. */
    CLOUD_REWRITTEN,
    /** The cloud lost its last changes: it was restored, or failed over; both sides were compared for that. */
    CLOUD_LOST;

    /** The word in the register. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody must have done it on purpose, or made a mistake: a run ends with it until it is acknowledged. */
    public boolean isAlarm() {
        return this == TRAIL_REWRITTEN || this == CLOUD_REWRITTEN;
    }

    static FindingKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
