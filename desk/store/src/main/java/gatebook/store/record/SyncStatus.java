package gatebook.store.record;

import java.util.Arrays;
import java.util.Locale;

/** The seed's {@code sync_status} of a record. */
public enum SyncStatus {
    /** Something of it waits to be sent. */
    PENDING,
    /** The cloud holds it as it is here. */
    SYNCED,
    /** A person has to decide; nothing of it is sent until then. */
    CONFLICT,
    /** The cloud refused it for good. */
    FAILED;

    /** The form in the store. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of its stored form. */
    public static SyncStatus of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown sync_status " + text));
    }
}
