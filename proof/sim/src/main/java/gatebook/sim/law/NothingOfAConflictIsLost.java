package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.store.query.ConflictItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conflict that a desk noted is there for good with both its sides, and once it is settled neither of them changes. */
final class NothingOfAConflictIsLost extends Law {
    private final Map<Integer, Map<Long, ConflictItem>> noted = new HashMap<>();
    private final Set<Integer> back = new HashSet<>();

    @Override
    String id() {
        return "S11";
    }

    @Override
    public void wentBack(SimDesk desk) {
        back.add(desk.number());
    }

    @Override
    void look(Look look) {
        int desk = look.desk().number();
        Map<Long, ConflictItem> now = new HashMap<>();
        look.conflicts().forEach(item -> now.put(item.id(), item));
        Map<Long, ConflictItem> before = noted.getOrDefault(desk, Map.of());
        if (!back.remove(desk)) {
            before.forEach((id, item) -> kept(desk, item, now.get(id)));
        }
        noted.put(desk, now);
    }

    private void kept(int desk, ConflictItem before, @Nullable ConflictItem now) {
        if (now == null) {
            hold(false, "desk " + desk + " has lost " + before);
            return;
        }
        hold(
                now.record().equals(before.record()) && (before.decision() == null || now.decision() != null),
                "desk " + desk + " has altered " + before + " to " + now);
        hold(
                before.decision() == null || now.sides().equals(before.sides()),
                "desk " + desk + " has altered what was settled: " + before + " to " + now);
    }
}
