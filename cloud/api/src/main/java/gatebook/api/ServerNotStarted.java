package gatebook.api;

/** Why a server could not start or a database not be opened, in a sentence for the person who tried. */
public final class ServerNotStarted extends RuntimeException {
    private static final long serialVersionUID = 1;

    ServerNotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
