package gatebook.sync.connectivity;

import gatebook.store.exchange.Inbox;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a request came to nothing. No failure says anything about an operation that the request carried: the cloud may
 * have it or not.
 *
 * @param retryAfter how long the cloud asks to wait; null when it does not say
 * @param detail for the log and for a person; holds no secret
 */
public record Failure(Kind kind, @Nullable Duration retryAfter, String detail) {
    /** What can go wrong with a request as a whole. */
    public enum Kind {
        UNREACHABLE,
        /** Bytes stopped coming for too long, or the whole took too long: a smaller request may pass. */
        STALLED,
        /** 429. */
        TOO_BUSY,
        /** 5xx. */
        CLOUD_DOWN,
        NOT_OUR_CLOUD,
        /** 401. */
        SIGN_IN_NEEDED,
        /** 409 DESK_CLONED. */
        DESK_CLONED,
        /** 410 HISTORY_CHANGED. */
        HISTORY_CHANGED,
        /** 410 HISTORY_REWRITTEN. */
        HISTORY_REWRITTEN,
        /** 413. */
        TOO_LARGE,
        /** 400 or 422: something in the request cannot be read. */
        MALFORMED,
        /** Any other refusal of the request as such. */
        REFUSED
    }

    /** Whether the same request may pass a moment later. */
    public boolean isPassing() {
        return switch (kind) {
            case UNREACHABLE, STALLED, TOO_BUSY, CLOUD_DOWN -> true;
            case NOT_OUR_CLOUD,
                    SIGN_IN_NEEDED,
                    DESK_CLONED,
                    HISTORY_CHANGED,
                    HISTORY_REWRITTEN,
                    TOO_LARGE,
                    MALFORMED,
                    REFUSED -> false;
        };
    }

    /** Whether less at a time may pass where this did not. */
    public boolean asksForLess() {
        return switch (kind) {
            case STALLED, TOO_LARGE, MALFORMED -> true;
            case UNREACHABLE,
                    TOO_BUSY,
                    CLOUD_DOWN,
                    NOT_OUR_CLOUD,
                    SIGN_IN_NEEDED,
                    DESK_CLONED,
                    HISTORY_CHANGED,
                    HISTORY_REWRITTEN,
                    REFUSED -> false;
        };
    }

    /** Whether the cloud's history is not the one that was followed. */
    public boolean isOfThePast() {
        return kind == Kind.HISTORY_CHANGED || kind == Kind.HISTORY_REWRITTEN;
    }

    /** What became of the history that was followed, where this {@link #isOfThePast}. */
    public Inbox.Past past() {
        return kind == Kind.HISTORY_REWRITTEN ? Inbox.Past.REWRITTEN : Inbox.Past.LOST;
    }

    /** What a person is told. */
    public Cause cause() {
        return switch (kind) {
            case UNREACHABLE, STALLED -> Cause.NO_NETWORK;
            case TOO_BUSY, CLOUD_DOWN, HISTORY_CHANGED, TOO_LARGE, MALFORMED, REFUSED -> Cause.CLOUD_DOWN;
            case HISTORY_REWRITTEN -> Cause.CLOUD_REWRITTEN;
            case NOT_OUR_CLOUD -> Cause.NOT_OUR_CLOUD;
            case SIGN_IN_NEEDED -> Cause.SIGN_IN_NEEDED;
            case DESK_CLONED -> Cause.DESK_CLONED;
        };
    }
}
