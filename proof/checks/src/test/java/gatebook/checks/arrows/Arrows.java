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
 *                  sync, ledger &lt;- sim, bench, faults
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
            Map.entry("faults", Set.of("sync", "files", "ledger")),
            Map.entry("bench", Set.of("sync", "ledger")));

    /** A module that is started as a whole: the classes that may be named from outside it, and the modules that may. */
    record Doors(Set<String> classes, Set<String> users) {}

    /** Nothing else of the cloud's HTTP side, of the window or of the command line is known outside. */
    static final Map<String, Doors> DOORS = Map.of(
            "api",
            new Doors(
                    Set.of(
                            "gatebook.api.CloudServer",
                            "gatebook.api.RunningServer",
                            "gatebook.api.ServerNotStarted",
                            "gatebook.api.ServerOptions",
                            "gatebook.api.SiteAdministration"),
                    Set.of("cli", "bench", "faults")),
            "app",
            new Doors(Set.of("gatebook.app.DeskWindow", "gatebook.app.desk.WindowOptions"), Set.of("cli", "bench")),
            "cli",
            new Doors(Set.of("gatebook.cli.Gatebook"), Set.of("faults")));

    private Arrows() {}

    /** True if a module may name a class of another one. */
    static boolean allow(String from, String to, String className) {
        return from.equals(to)
                || below(from).contains(to)
                || opensADoor(from, to) && DOORS.get(to).classes().contains(className);
    }

    /** True if a module may start another one as a whole. */
    static boolean opensADoor(String from, String to) {
        return DOORS.containsKey(to) && DOORS.get(to).users().contains(from);
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
