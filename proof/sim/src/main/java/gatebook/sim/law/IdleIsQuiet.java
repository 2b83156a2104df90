package gatebook.sim.law;

import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Site;
import java.time.Duration;

/** A site where nothing happens makes one small request each cycle, and no more. */
final class IdleIsQuiet {
    private static final long CYCLE_SECONDS = 30;
    private static final int SPARE = 3;

    void look(Site site, long requests, Duration time) {
        long most = site.desks().size() * (time.toSeconds() / CYCLE_SECONDS + SPARE);
        if (requests > most) {
            throw new LawBroken("S22", requests + " requests in " + time + ", and " + most + " are enough");
        }
    }
}
