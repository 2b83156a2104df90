package gatebook.sim.cloud;

import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import java.util.List;

/**
 * A first load, whole or from where it was broken off.
 *
 * @param cursor from which to pull on, and with which to resume
 * @param changes every record in the order of ids, tombstones too
 */
public record SiteSnapshot(Cursor cursor, List<Change> changes) {
    public SiteSnapshot {
        changes = List.copyOf(changes);
    }
}
