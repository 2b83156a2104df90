package gatebook.sim.cloud;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.feed.Change.Life;
import java.time.Instant;
import java.util.UUID;

/**
 * A record of the modelled site.
 *
 * @param seq its newest place in the site's order
 * @param changedAt when it last changed, which a mere new place does not do
 * @param entry of a tombstone the last one it had
 * @param image the same as text
 */
record Kept(
        long remoteId,
        long version,
        Life life,
        long seq,
        Instant changedAt,
        UUID changedBy,
        String actor,
        Entry entry,
        String image) {

    EntryId id() {
        return entry.id();
    }

    boolean isLive() {
        return life == Life.LIVE;
    }

    Kept at(long place) {
        return new Kept(remoteId, version, life, place, changedAt, changedBy, actor, entry, image);
    }
}
