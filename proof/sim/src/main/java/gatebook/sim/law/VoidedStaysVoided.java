package gatebook.sim.law;

import gatebook.sim.cloud.Deed;
import gatebook.sim.site.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A voided record comes back to life by the decision of a person alone; the one who decides is called Chief here. */
final class VoidedStaysVoided implements Law {
    private final Set<String> voided = new HashSet<>();

    @Override
    public String id() {
        return "S10";
    }

    @Override
    public void wrote(Site site, List<Deed> deeds) {
        for (Deed deed : deeds) {
            String record = deed.record().toString();
            if (deed.image().isEmpty()) {
                voided.add(record);
            } else if (voided.remove(record)) {
                hold(deed.actor().equals("Chief"), "back to life: " + deed);
            }
        }
    }

    @Override
    public void cloudWentBack(Site site) {
        voided.clear();
    }
}
