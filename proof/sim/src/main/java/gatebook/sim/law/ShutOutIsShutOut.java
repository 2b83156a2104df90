package gatebook.sim.law;

import gatebook.sim.cloud.Deed;
import gatebook.sim.site.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nothing of a desk that was shut out takes effect. */
final class ShutOutIsShutOut extends Law {
    private final Set<String> out = new HashSet<>();

    @Override
    String id() {
        return "S19";
    }

    @Override
    public void revoked(Site site, String deviceId) {
        out.add(deviceId);
    }

    @Override
    public void wrote(Site site, List<Deed> deeds) {
        for (Deed deed : deeds) {
            hold(!out.contains(deed.device().toString()), "a desk that was shut out wrote " + deed);
        }
    }

    @Override
    public void cloudWentBack(Site site) {
        // It may have forgotten whom it shut out.
        out.clear();
    }
}
