package gatebook.api.identity;

import gatebook.ledger.enrolment.DeskToken;
import gatebook.ledger.site.Desk;
import jakarta.servlet.http.HttpServletRequest;

/** The desk that sent a request, proved by its token. A handler that asks for it cannot be reached without one. */
public record Caller(Desk desk, DeskToken token) {
    private static final String ATTRIBUTE = Caller.class.getName();

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * The desk that sent this request.
     *
     * @throws IllegalStateException where the token was never asked for, which is a bug
     */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a handler for desks was reached without a token");
    }
}
