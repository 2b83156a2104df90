package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.wire.feed.Cursor;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place from which a desk reads on only grows, unless its register went back or the cloud did. */
final class CursorsOnlyGrow extends Law {
    /** As the modelled cloud writes them; of any other cloud they tell nothing. */
    private static final Pattern PLACE = Pattern.compile("[0-9a-f-]{36}\\.(\\d+)\\.[0-9a-f]+");

    private final Map<Integer, Long> places = new HashMap<>();
    private boolean cloudWentBack;

    @Override
    String id() {
        return "S6";
    }

    @Override
    public void follows(SimDesk desk, Cursor after) {
        Matcher place = PLACE.matcher(after.token());
        if (cloudWentBack || !place.matches()) {
            return;
        }
        long now = Long.parseLong(place.group(1));
        Long before = places.put(desk.number(), now);
        hold(before == null || before <= now, "desk " + desk.number() + " reads on from " + now + " after " + before);
    }

    @Override
    public void wentBack(SimDesk desk) {
        places.remove(desk.number());
    }

    @Override
    public void cloudWentBack(Site site) {
        cloudWentBack = true;
    }
}
