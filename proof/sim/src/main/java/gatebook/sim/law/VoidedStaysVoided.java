package gatebook.sim.law;

import gatebook.sim.cloud.Deed;
import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.query.QueueItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A voided record comes back to life by the decision of a person alone; the one who decides is called Chief here. What others
 * do to the record before it was sent may carry the decision.
 */
final class VoidedStaysVoided extends Law {
    private final Set<String> voided = new HashSet<>();
    private final Set<String> decided = new HashSet<>();

    @Override
    String id() {
        return "S10";
    }

    @Override
    public void saved(SimDesk desk, List<QueueItem> operations) {
        for (QueueItem item : operations) {
            if (item.actor().equals("Chief")) {
                decided.add(item.record().toString());
            }
        }
    }

    @Override
    public void wrote(Site site, List<Deed> deeds) {
        for (Deed deed : deeds) {
            String record = deed.record().toString();
            if (deed.image().isEmpty()) {
                voided.add(record);
            } else if (voided.remove(record)) {
                hold(decided.contains(record), "back to life: " + deed);
            }
        }
    }

    @Override
    public void cloudWentBack(Site site) {
        voided.clear();
    }
}
