package gatebook.store.record;

import java.util.Locale;

/** Why a record changed; the word in {@code audit_log.cause}. */
public enum Cause {
    LOCAL,
    IMPORT,
    PULL,
    MERGE,
    RESOLUTION,
    ROLLBACK,
    REPAIR;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
