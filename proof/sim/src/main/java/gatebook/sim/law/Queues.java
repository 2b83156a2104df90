package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.store.query.QueueItem;
import java.util.LinkedHashMap;
import java.util.Map;

/** The queue of a desk as laws look at it. */
final class Queues {
    private Queues() {}

    static Map<String, QueueItem> byOperation(SimDesk desk) {
        Map<String, QueueItem> found = new LinkedHashMap<>();
        desk.queries().queue(null).forEach(item -> found.put(item.opId().toString(), item));
        return found;
    }
}
