package gatebook.checks.arrows;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Where objects are wired, and so the only places that take the real clock, chance, ids and pauses into their hands. */
final class CompositionRoots {
    /** Exactly these packages, without what lies below them. */
    private static final Set<String> PACKAGES = Set.of(
            "gatebook.cli",
            "gatebook.app",
            "gatebook.api",
            "gatebook.api.configuration",
            "gatebook.ledger.cluster",
            "gatebook.sim.run");

    /** These modules as a whole: what they measure is the real clock, and what they break are real processes. */
    private static final Set<String> MODULES = Set.of("bench", "faults");

    private CompositionRoots() {}

    static boolean contain(JavaClass type) {
        return PACKAGES.contains(type.getPackageName())
                || Classes.moduleOf(type).filter(MODULES::contains).isPresent();
    }
}
