package gatebook.store.exchange;

import gatebook.wire.compare.Fingerprint;
import gatebook.wire.compare.LostState;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How this desk's knowledge of a record stands to what the cloud holds: a pure judgement. */
sealed interface Standing {
    /** Both hold one state; at most its version is another. */
    record Agreed() implements Standing {}

    /** The cloud's state came after the one known here. */
    record CloudNewer() implements Standing {}

    /** The state known here came after the cloud's, which lost it. */
    record DeskNewer() implements Standing {}

    /** What is known here is not what the cloud held at that version: it was damaged. */
    record Damaged() implements Standing {}

    /**
     * The record went two ways since the loss.
     *
     * @param common the newest state that both know; null if there is none
     */
    record Parted(Trail.@Nullable State common) implements Standing {}

    /**
     * What this desk believed that the cloud holds.
     *
     * @param hash of the image; {@link Fingerprint#VOID} for a tombstone
     */
    record Believed(long version, String hash) {
        static Believed of(long version, @Nullable String baseData) {
            return new Believed(version, Fingerprint.of(baseData));
        }
    }

    /** Judges a record that the cloud holds and that this desk has known it to hold. */
    static Standing of(Doubt doubt, Believed here, RecordsAnswer.Held there, Trail trail) {
        long version = there.change().version();
        String hash = hash(there.change());
        if (doubt == Doubt.NONE && version > here.version()) {
            return new CloudNewer();
        }
        if (hash.equals(here.hash())) {
            return new Agreed();
        }
        return doubt == Doubt.NONE && version == here.version()
                ? new Damaged()
                : byWhatItWentThrough(here, there, hash, trail);
    }

    private static Standing byWhatItWentThrough(Believed here, RecordsAnswer.Held there, String hash, Trail trail) {
        Set<String> past = new HashSet<>(there.past());
        there.lost().stream()
                .map(LostState::hash)
                .filter(lost -> !lost.equals(hash))
                .forEach(past::add);
        if (past.contains(here.hash())) {
            return new CloudNewer();
        }
        long once = there.lost().stream()
                .filter(lost -> lost.hash().equals(hash))
                .mapToLong(LostState::version)
                .max()
                .orElse(0);
        if (once > here.version()) {
            return new CloudNewer();
        }
        return once > 0 && once < here.version() || trail.knows(hash)
                ? new DeskNewer()
                : new Parted(trail.newestOf(past).orElse(null));
    }

    /** Of the cloud's state, as this program would write its image. */
    static String hash(Change change) {
        return change.life() == Change.Life.VOIDED || change.entry() == null
                ? Fingerprint.VOID
                : Fingerprint.of(EntryJson.encode(change.entry()));
    }
}
