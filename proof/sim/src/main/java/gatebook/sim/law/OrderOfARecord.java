package gatebook.sim.law;

import gatebook.rules.entry.EntryId;
import gatebook.sim.cloud.Deed;
import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.query.QueueItem;
import gatebook.wire.push.OpId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was done to one record at one desk takes effect in the order in which it was done. */
final class OrderOfARecord extends Law {
    private final Map<String, Long> saved = new HashMap<>();
    private final Map<String, Integer> where = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private long count;

    @Override
    String id() {
        return "S4";
    }

    @Override
    public void saved(SimDesk desk, List<QueueItem> operations) {
        // The queue lists the newest first.
        for (QueueItem item : operations.reversed()) {
            saved.put(key(item.opId(), item.record()), count++);
            where.put(key(item.opId(), item.record()), desk.number());
        }
    }

    private static String key(OpId op, EntryId record) {
        return op + " " + record;
    }

    @Override
    public void wrote(Site site, List<Deed> deeds) {
        for (Deed deed : deeds) {
            // A joined ticket moves another record than the operation's own.
            String key = key(deed.op(), deed.record());
            Long number = saved.get(key);
            if (number != null) {
                String lane = where.get(key) + " " + deed.record();
                Long before = newest.put(lane, number);
                hold(before == null || before <= number, "out of its order: " + deed);
            }
        }
    }

    @Override
    public void cloudWentBack(Site site) {
        newest.clear();
    }
}
