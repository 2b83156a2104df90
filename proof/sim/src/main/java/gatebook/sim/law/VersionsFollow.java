package gatebook.sim.law;

import gatebook.sim.cloud.Deed;
import gatebook.sim.site.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The site's order has no gap, and the versions of a record follow one another; a joined ticket raises none. */
final class VersionsFollow extends Law {
    private final Map<String, Long> versions = new HashMap<>();
    private long seq;

    @Override
    String id() {
        return "S5";
    }

    @Override
    public void wrote(Site site, List<Deed> deeds) {
        for (Deed deed : deeds) {
            hold(deed.seq() == seq + 1, deed.seq() + " after " + seq);
            seq = deed.seq();
            long before = versions.getOrDefault(deed.record().toString(), 0L);
            hold(
                    deed.version() == before + 1 || deed.version() == before && before > 0,
                    "version " + deed.version() + " after " + before + ": " + deed);
            versions.put(deed.record().toString(), deed.version());
        }
    }

    @Override
    public void cloudWentBack(Site site) {
        versions.clear();
        seq = 0;
        wrote(site, site.cloud().deeds());
    }
}
