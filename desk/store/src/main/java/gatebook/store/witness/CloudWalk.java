package gatebook.store.witness;

import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.sqlite.Session;
import gatebook.wire.feed.PastAnswer;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far the cloud has recomputed the hashes of its history for this desk, round after round, and which changes did not
 * agree when they were last looked at: what stays as it is after somebody has acknowledged it is not found anew.
 */
final class CloudWalk {
    private CloudWalk() {}

    /** From where the cloud goes on. */
    static long reached(Session session) {
        return Metadata.get(session, MetadataKey.CLOUD_WALKED)
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** Takes in a stretch; true if it ended at a change that is not what was written, and was not known for that. */
    static boolean findsAnew(Session session, PastAnswer answer, Instant now) {
        NavigableSet<Long> broken = broken(session);
        long end = answer.walked() == 0 ? Long.MAX_VALUE : answer.walked();
        Long at = answer.brokenAt();
        boolean anew = at != null && !broken.contains(at);
        broken.removeIf(change -> change > reached(session) && change <= end);
        if (at != null) {
            broken.add(at);
        }
        Metadata.put(session, MetadataKey.CLOUD_WALKED, Long.toString(answer.walked()), now);
        Metadata.put(
                session,
                MetadataKey.CLOUD_BROKEN,
                broken.stream().map(String::valueOf).collect(Collectors.joining(",")),
                now);
        return anew;
    }

    /** The history is another one. */
    static void beginAnew(Session session) {
        Metadata.remove(session, MetadataKey.CLOUD_WALKED);
        Metadata.remove(session, MetadataKey.CLOUD_BROKEN);
    }

    private static NavigableSet<Long> broken(Session session) {
        return Metadata.get(session, MetadataKey.CLOUD_BROKEN).stream()
                .flatMap(listed -> Stream.of(listed.split(",", -1)))
                .filter(text -> !text.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
