package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.wire.feed.Cursor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place up to which a desk's register has followed only grows, unless the register went back or the cloud did; and no desk
 * asks for what lies before it. It asks for what lies behind it: the next page is on its way while one is applied, and is
 * asked for again where the desk dies over that one.
 */
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
        Optional<String> followed = desk.database().read(session -> Metadata.get(session, MetadataKey.CURSOR));
        if (cloudWentBack || followed.isEmpty()) {
            return;
        }
        Matcher asked = PLACE.matcher(after.token());
        Matcher held = PLACE.matcher(followed.get());
        if (!asked.matches() || !held.matches()) {
            return;
        }
        long now = Long.parseLong(held.group(1));
        Long before = places.put(desk.number(), now);
        hold(before == null || before <= now, "desk " + desk.number() + " has followed to " + now + " after " + before);
        hold(now <= Long.parseLong(asked.group(1)), "desk " + desk.number() + " is at " + now + " and asks " + after);
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
