package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.query.QueueItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whatever a person was told to be saved is in that desk's queue after any end of its machine, and comes to an end there. */
final class NothingSavedIsLost extends Law {
    private final Map<Integer, Map<String, QueueItem>> saved = new HashMap<>();
    private final Set<Integer> back = new HashSet<>();

    @Override
    String id() {
        return "S1";
    }

    @Override
    public void saved(SimDesk desk, List<QueueItem> operations) {
        operations.forEach(item -> of(desk).put(item.opId().toString(), item));
    }

    private Map<String, QueueItem> of(SimDesk desk) {
        return saved.computeIfAbsent(desk.number(), number -> new LinkedHashMap<>());
    }

    @Override
    public void wentBack(SimDesk desk) {
        back.add(desk.number());
    }

    @Override
    public void copied(SimDesk desk, SimDesk copy) {
        of(copy).putAll(of(desk));
    }

    @Override
    void look(Look look) {
        SimDesk desk = look.desk();
        Map<String, QueueItem> there = look.queue();
        if (back.remove(desk.number())) {
            of(desk).keySet().retainAll(there.keySet());
        }
        of(desk).forEach((opId, item) -> {
            QueueItem now = there.get(opId);
            hold(now != null, "desk " + desk.number() + " has lost " + item);
            hold(now != null && now.data().equals(item.data()), "desk " + desk.number() + " has altered " + item);
        });
    }

    @Override
    public void quiet(Site site) {
        for (SimDesk desk : site.desks()) {
            new Look(desk)
                    .queue()
                    .values()
                    .forEach(item -> hold(
                            item.status() == QueueItem.Status.COMPLETED || item.status() == QueueItem.Status.CANCELLED,
                            "desk " + desk.number() + " rests with " + item));
        }
    }
}
