package gatebook.checks.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Exemptions;
import gatebook.checks.source.Finding;
import gatebook.checks.source.Spot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * No cycle of packages of any length. A package that imports its own sub-package and is imported by it is the cycle of
 * length two.
 */
final class CyclesTest {
    private static final String RULE = "package-cycle";

    @Test
    void noPackageCanReachItself() {
        Exemptions.hold(
                RULE,
                new Cycles(packages())
                        .shortest().stream()
                                .map(cycle -> new Finding(
                                        RULE,
                                        cycle.getFirst(),
                                        new Spot(1, String.join(" -> ", cycle) + examples(cycle)),
                                        "move the class that points the other way, or join the packages")));
    }

    @Test
    void seesACycleOfAnyLength() {
        assertThat(cycles(Map.of("a", Set.of("b"), "b", Set.of("a")))).containsExactly(List.of("a", "b", "a"));
        assertThat(cycles(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("d"), "d", Set.of("b"))))
                .containsExactly(List.of("b", "c", "d", "b"));
    }

    @Test
    void seesAPackageThatImportsItsOwnSubPackageAndIsImportedByIt() {
        assertThat(cycles(Map.of("store", Set.of("store.audit"), "store.audit", Set.of("store"))))
                .containsExactly(List.of("store", "store.audit", "store"));
    }

    @Test
    void tellsEachKnotOnce() {
        assertThat(cycles(Map.of("a", Set.of("b"), "b", Set.of("a", "c"), "c", Set.of("d"), "d", Set.of("c"))))
                .containsExactly(List.of("a", "b", "a"), List.of("c", "d", "c"));
    }

    @Test
    void leavesAGraphWithoutCyclesAlone() {
        assertThat(cycles(Map.of("a", Set.of("a", "b", "c"), "b", Set.of("c"), "c", Set.of())))
                .isEmpty();
    }

    private static List<List<String>> cycles(Map<String, Set<String>> graph) {
        return new Cycles(graph).shortest();
    }

    private static Map<String, Set<String>> packages() {
        Map<String, Set<String>> graph = new HashMap<>();
        Classes.main().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> Classes.moduleOf(
                                dependency.getTargetClass().getBaseComponentType())
                        .isPresent())
                .forEach(dependency -> graph.computeIfAbsent(
                                dependency.getOriginClass().getPackageName(), name -> new TreeSet<>())
                        .add(dependency.getTargetClass().getBaseComponentType().getPackageName()));
        return graph;
    }

    /** For each step of the cycle one dependency that makes it. */
    private static String examples(List<String> cycle) {
        return Classes.main().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> {
                    int at = cycle.indexOf(dependency.getOriginClass().getPackageName());
                    return at >= 0
                            && cycle.get(at + 1)
                                    .equals(dependency.getTargetClass().getPackageName());
                })
                .collect(Collectors.toMap(
                        dependency -> dependency.getOriginClass().getPackageName(),
                        dependency -> "\n    " + dependency.getDescription(),
                        (first, second) -> first))
                .values()
                .stream()
                .sorted()
                .collect(Collectors.joining());
    }
}
