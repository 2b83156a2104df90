package gatebook.ledger.site;

import java.util.UUID;

/** Gives out new ids; injected, so that a simulation can own them. */
@FunctionalInterface
public interface IdSource {
    /** A UUIDv7 that was never given out before. */
    UUID next();
}
