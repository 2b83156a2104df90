package gatebook.store.record;

import gatebook.rules.entry.Entry;
import gatebook.rules.merge.Image;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code parking_entries}.
 *
 * @param deletedAt when it was voided; null while it lives
 * @param baseData the image that the cloud is known to hold at {@code remoteVersion}; null when it holds none
 */
public record EntryRow(
        Entry entry,
        SyncState sync,
        @Nullable Instant deletedAt,
        @Nullable String baseData) {

    /** A record written here a moment ago. */
    public static EntryRow fresh(Entry entry) {
        return new EntryRow(entry, SyncState.NEW, null, null);
    }

    public boolean isVoided() {
        return deletedAt != null;
    }

    public EntryRow with(Entry changed) {
        return new EntryRow(changed, sync, deletedAt, baseData);
    }

    public EntryRow with(SyncState state) {
        return new EntryRow(entry, state, deletedAt, baseData);
    }

    public EntryRow voided(Instant at) {
        return new EntryRow(entry, sync, at, baseData);
    }

    public EntryRow revived() {
        return new EntryRow(entry, sync, null, baseData);
    }

    /** What a merge compares on this side. */
    public Image image() {
        return isVoided() ? new Image.Voided() : new Image.Present(entry);
    }
}
