package gatebook.api.problem;

import gatebook.ledger.site.Unavailable;
import java.io.IOException;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;

/** Decides which refusal a thrown thing is told as, and logs once what a person must look at. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int CAUSES_MAX = 10;

    /** The refusal; nothing of the thrown thing's own words reaches it unless it was written for callers. */
    RefusedRequest refusal(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; depth < CAUSES_MAX; depth++) {
            switch (cause) {
                case RefusedRequest refused -> {
                    return refused;
                }
                case Unavailable unavailable -> {
                    LOG.warn("the database cannot serve: {}", unavailable.getMessage());
                    return new RefusedRequest(ApiRefusal.UNAVAILABLE).retryAfter(PAUSE);
                }
                case ErrorResponse decided -> {
                    return ofSpring(decided);
                }
                case InvalidParameterException malformed -> {
                    return new RefusedRequest(ApiRefusal.BAD_REQUEST);
                }
                default -> {
                    // perhaps a wrapping of one of these
                }
            }
            if (cause.getCause() == null) {
                break;
            }
            cause = cause.getCause();
        }
        return unforeseen(thrown, cause);
    }

    private static RefusedRequest unforeseen(Throwable thrown, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("the caller went away", thrown);
            return new RefusedRequest(ApiRefusal.BAD_REQUEST);
        }
        LOG.error("a request failed", thrown);
        return new RefusedRequest(ApiRefusal.INTERNAL_FAULT);
    }

    private static RefusedRequest ofSpring(ErrorResponse decided) {
        RefusedRequest refused =
                new RefusedRequest(ApiRefusal.ofStatus(decided.getStatusCode().value()));
        String allow = decided.getHeaders().getFirst("Allow");
        return allow == null ? refused : refused.with("Allow", allow);
    }
}
