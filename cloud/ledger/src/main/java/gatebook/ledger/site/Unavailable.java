package gatebook.ledger.site;

/**
 * The database cannot serve just now: unreachable, full, out of connections, or a lock was not given in time. Nothing
 * was changed, or it is unknown whether it was; the same request may be sent again in a while.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
