package gatebook.checks.arrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The cycles of a graph of names: one for each knot of names that can all reach each other. */
final class Cycles {
    private final Map<String, Set<String>> graph;

    Cycles(Map<String, Set<String>> graph) {
        this.graph = graph;
    }

    /** One shortest cycle for each knot, from its first name by the alphabet back to that name. */
    List<List<String>> shortest() {
        List<List<String>> cycles = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String start : new TreeSet<>(graph.keySet())) {
            Map<String, String> cameFrom = reachedFrom(start);
            if (cameFrom.containsKey(start) && !told.contains(start)) {
                cycles.add(wayBack(start, cameFrom));
                cameFrom.keySet().stream()
                        .filter(name -> reachedFrom(name).containsKey(start))
                        .forEach(told::add);
            }
        }
        return cycles;
    }

    /** Every name that can be reached in one step or more, and the name before it on a shortest way. */
    private Map<String, String> reachedFrom(String start) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String from = open.removeFirst();
            for (String to : new TreeSet<>(graph.getOrDefault(from, Set.of()))) {
                if (!to.equals(from) && cameFrom.putIfAbsent(to, from) == null) {
                    open.addLast(to);
                }
            }
        }
        return cameFrom;
    }

    private static List<String> wayBack(String start, Map<String, String> cameFrom) {
        Deque<String> way = new ArrayDeque<>(List.of(start));
        String at = cameFrom.get(start);
        while (!start.equals(at)) {
            way.addFirst(at);
            at = cameFrom.get(at);
        }
        way.addFirst(start);
        return List.copyOf(way);
    }
}
