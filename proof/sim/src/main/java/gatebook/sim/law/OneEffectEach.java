package gatebook.sim.law;

import gatebook.sim.cloud.Deed;
import gatebook.sim.site.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An operation takes effect once at most, however often it is sent. */
final class OneEffectEach extends Law {
    private final Map<String, Deed> done = new HashMap<>();

    @Override
    String id() {
        return "S3";
    }

    @Override
    public void wrote(Site site, List<Deed> deeds) {
        for (Deed deed : deeds) {
            // A joined ticket moves the other record; the operation itself has no effect then.
            Deed before = done.put(deed.op() + " on " + deed.record(), deed);
            hold(before == null, "twice: " + before + " and " + deed);
        }
    }

    @Override
    public void cloudWentBack(Site site) {
        done.clear();
        wrote(site, site.cloud().deeds());
    }
}
