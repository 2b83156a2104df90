package gatebook.sim.cloud;

import gatebook.ledger.feed.HistoryFault;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.connectivity.Failure.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The refusals of whole requests that a desk can meet at a cloud that is up, by status, code and kind. The catalogue with
 * the reasons is the API's; what a desk makes of each stands in docs/protocol.md.
 */
final class Refusals {
    private static final Duration LATER = Duration.ofSeconds(2);

    private Refusals() {}

    /** The key is none, or no longer one. */
    static <T> Reply<T> tokenUnknown() {
        return refused(Kind.SIGN_IN_NEEDED, null, "401 TOKEN_UNKNOWN");
    }

    /** The request's number is not above the desk's last one. */
    static <T> Reply<T> deskCloned() {
        return refused(Kind.DESK_CLONED, null, "409 DESK_CLONED");
    }

    /** A cursor lies in no place of this history. */
    static <T> Reply<T> historyChanged(String why) {
        return refused(Kind.HISTORY_CHANGED, null, "410 HISTORY_CHANGED " + why);
    }

    /** A cursor lies in no place of this history, or something else stands in its place. */
    static <T> Reply<T> ofThePast(HistoryFault fault) {
        return switch (fault.kind()) {
            case LOST -> historyChanged(fault.detail());
            case REWRITTEN -> refused(Kind.HISTORY_REWRITTEN, null, "410 HISTORY_REWRITTEN " + fault.detail());
        };
    }

    static <T> Reply<T> bodyTooLarge() {
        return refused(Kind.TOO_LARGE, null, "413 BODY_TOO_LARGE");
    }

    static <T> Reply<T> tooManyOperations() {
        return refused(Kind.TOO_LARGE, null, "413 TOO_MANY_OPERATIONS");
    }

    /** The request breaks the form of its message. */
    static <T> Reply<T> contentInvalid(String what) {
        return refused(Kind.MALFORMED, null, "422 CONTENT_INVALID " + what);
    }

    /** The code is unknown, used or too old. */
    static <T> Reply<T> codeRefused() {
        return refused(Kind.MALFORMED, null, "422 ENROLMENT_CODE_REFUSED");
    }

    /** The database is away or busy. */
    static <T> Reply<T> unavailable() {
        return refused(Kind.CLOUD_DOWN, LATER, "503 UNAVAILABLE");
    }

    private static <T> Reply<T> refused(Kind kind, @Nullable Duration retryAfter, String detail) {
        return new Reply.Refused<>(new Failure(kind, retryAfter, detail));
    }
}
