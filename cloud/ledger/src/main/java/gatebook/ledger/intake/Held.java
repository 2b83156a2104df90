package gatebook.ledger.intake;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.push.OpOutcome.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A record of the site at some point of a request.
 *
 * @param presence which vehicle, and whether inside
 * @param data its image, or the last one it had; null where it was not read because nothing can ask for it
 * @param written the entry that this request put there; null while it put none
 */
record Held(
        EntryId id,
        long remoteId,
        long version,
        Standing standing,
        Presence presence,
        @Nullable String data,
        @Nullable Entry written) {

    /** What of a record matters to its vehicle's other records. */
    record Presence(String plateKey, boolean isInside) {
        static Presence of(Entry entry) {
            return new Presence(entry.plate().key(), entry.isInside());
        }
    }

    /** The next version, with an entry in it. */
    Held with(Entry entry, String image) {
        return new Held(id, remoteId, version + 1, Standing.LIVE, Presence.of(entry), image, entry);
    }

    /** The next version, a tombstone that keeps the last image. */
    Held voided() {
        return new Held(id, remoteId, version + 1, Standing.VOIDED, presence, data, written);
    }
}
