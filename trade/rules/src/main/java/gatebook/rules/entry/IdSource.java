package gatebook.rules.entry;

import java.util.UUID;

/** Makes UUIDv7 ids: time-ordered, never the same twice. Injected, so that a simulation can own it. Thread-safe. */
@FunctionalInterface
public interface IdSource {
    UUID next();
}
