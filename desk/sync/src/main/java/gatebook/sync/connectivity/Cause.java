package gatebook.sync.connectivity;

import gatebook.store.witness.FindingKind;
import java.time.Duration;
import java.util.Locale;

/** Why the cloud cannot be used; the words of {@code status --json} are the names in lower case. */
public enum Cause {
    /** No way to the address: no network, no such name, nobody listening, or nothing comes back. */
    NO_NETWORK,
    /** The cloud, or the gateway before it, answers that it cannot serve. */
    CLOUD_DOWN,
    /** Something answers that is not the cloud: a login page, a proxy, a wrong address, a certificate of another. */
    NOT_OUR_CLOUD,
    /** The cloud does not take this desk's token. */
    SIGN_IN_NEEDED,
    /** The clocks differ by more than two minutes; a warning, nothing stops for it. */
    CLOCK_WRONG,
    /** Another machine has used this desk's identity; this one enrols anew. */
    DESK_CLONED,
    /** This desk's audit trail is not the one that the cloud was told of; a warning, nothing stops for it. */
    TRAIL_REWRITTEN,
    /** The cloud's history is not the one that this desk followed; a warning, nothing stops for it. */
    CLOUD_REWRITTEN;

    private static final Duration SKEW_MAX = Duration.ofMinutes(2);

    /** Whether clocks that differ by so much, in either direction, are a matter for {@link #CLOCK_WRONG}. */
    public static boolean isClockWrong(Duration skew) {
        return skew.abs().compareTo(SKEW_MAX) > 0;
    }

    /** What is said while something of this kind is not acknowledged. */
    public static Cause of(FindingKind alarm) {
        return switch (alarm) {
            case CLOUD_REWRITTEN, CLOUD_LOST -> CLOUD_REWRITTEN;
            case TRAIL_REWRITTEN, TAIL_MISSING -> TRAIL_REWRITTEN;
        };
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
