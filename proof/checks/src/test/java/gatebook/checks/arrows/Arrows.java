package gatebook.checks.arrows;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which module may know which. Listed are the arrows as drawn; what lies below an arrow's end may be used too.
 *
 * <pre>
 * rules &lt;- wire &lt;- store &lt;- sync &lt;- cli, app
 *                  store &lt;- files &lt;- cli, app
 *          wire &lt;- ledger &lt;- api
 *                  sync, ledger &lt;- sim, bench
 * </pre>
 */
final class Arrows {
    static final Map<String, Set<String>> DRAWN = Map.ofEntries(
            Map.entry("rules", Set.of()),
            Map.entry("wire", Set.of("rules")),
            Map.entry("store", Set.of("wire")),
            Map.entry("sync", Set.of("store")),
            Map.entry("files", Set.of("store")),
            Map.entry("ledger", Set.of("wire")),
            Map.entry("api", Set.of("ledger")),
            Map.entry("cli", Set.of("sync", "files")),
            Map.entry("app", Set.of("sync", "files")),
            Map.entry("sim", Set.of("sync", "ledger")),
            Map.entry("bench", Set.of("sync", "ledger")));

    /** The cloud as a whole, started by a command or measured; nothing else of the cloud's HTTP side is known outside. */
    static final Set<String> DOORS_OF_API = Set.of(
            "gatebook.api.CloudServer",
            "gatebook.api.RunningServer",
            "gatebook.api.ServerNotStarted",
            "gatebook.api.ServerOptions",
            "gatebook.api.SiteAdministration");

    static final Set<String> USERS_OF_THE_DOORS = Set.of("cli", "bench");

    private Arrows() {}

    /** True if a module may name a class of another one. */
    static boolean allow(String from, String to, String className) {
        return from.equals(to)
                || below(from).contains(to)
                || to.equals("api") && USERS_OF_THE_DOORS.contains(from) && DOORS_OF_API.contains(className);
    }

    /** All modules that can be reached by arrows. */
    static Set<String> below(String module) {
        Set<String> reached = new HashSet<>();
        for (String next : DRAWN.getOrDefault(module, Set.of())) {
            reached.add(next);
            reached.addAll(below(next));
        }
        return reached;
    }
}
