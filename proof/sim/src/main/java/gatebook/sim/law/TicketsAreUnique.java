package gatebook.sim.law;

import gatebook.sim.cloud.Deed;
import gatebook.sim.site.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No ticket number is given to two records. Two machines with one identity do so until one of them is told. */
final class TicketsAreUnique extends Law {
    private static final Pattern TICKET = Pattern.compile("\"ticket_no\":\"([^\"]+)\"");

    private final Map<String, String> given = new HashMap<>();

    @Override
    String id() {
        return "S20";
    }

    @Override
    public void wrote(Site site, List<Deed> deeds) {
        if (site.hasClones()) {
            return;
        }
        for (Deed deed : deeds) {
            Matcher ticket = TICKET.matcher(deed.image().orElse(""));
            if (ticket.find()) {
                String record = given.putIfAbsent(ticket.group(1), deed.record().toString());
                hold(record == null || record.equals(deed.record().toString()), "given twice: " + ticket.group(1));
            }
        }
    }
}
