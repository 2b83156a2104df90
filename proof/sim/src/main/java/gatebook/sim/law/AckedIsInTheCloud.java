package gatebook.sim.law;

import gatebook.sim.cloud.Deed;
import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.query.QueueItem;
import java.util.HashSet;
import java.util.Set;

/** What a desk believes to have been taken in is in the cloud's history. A cloud that went back is a matter of L1. */
final class AckedIsInTheCloud extends Law {
    @Override
    String id() {
        return "S2";
    }

    @Override
    public void quiet(Site site) {
        if (site.hasGoneBack()) {
            return;
        }
        Set<String> done = new HashSet<>();
        for (Deed deed : site.cloud().deeds()) {
            done.add(deed.op().toString());
        }
        for (SimDesk desk : site.desks()) {
            for (QueueItem item : desk.queries().queue(QueueItem.Status.COMPLETED)) {
                hold(
                        item.attempts().error() != null
                                || done.contains(item.opId().toString()),
                        "desk " + desk.number() + " believes the cloud to have " + item);
            }
        }
    }
}
