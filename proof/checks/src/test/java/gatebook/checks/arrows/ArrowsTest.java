package gatebook.checks.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import gatebook.checks.source.Exemptions;
import gatebook.checks.source.Finding;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A module knows only the modules that an arrow leads to. */
final class ArrowsTest {
    private static final String RULE = "module-arrow";
    private static final Pattern MODULE = Pattern.compile("<module>[\\w/]*?(\\w+)</module>");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern OURS = Pattern.compile("<artifactId>gatebook-(\\w+)</artifactId>");

    @Test
    void classesNameOnlyModulesThatAnArrowLeadsTo() {
        Exemptions.hold(
                RULE,
                Classes.main().stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(ArrowsTest::crosses)
                        .map(dependency -> Classes.finding(
                                RULE,
                                dependency.getOriginClass(),
                                new Spot(1, dependency.getDescription()),
                                "turn the dependency round, or draw the arrow in Arrows and say why in a decision"))
                        .distinct());
    }

    @Test
    void everyModuleIsDrawnAndNoArrowIsWithoutModule() {
        assertThat(Arrows.DRAWN.keySet())
                .as("modules of the root pom.xml; draw a new one in Arrows")
                .containsAll(modulesInOrder());
        assertThat(Arrows.DRAWN.keySet())
                .as("ends of the arrows")
                .containsAll(Arrows.DRAWN.values().stream().flatMap(Set::stream).toList());
    }

    @Test
    void everyModuleWithSourcesIsLookedAt() {
        Set<String> seen = Classes.main().stream()
                .flatMap(type -> Classes.moduleOf(type).stream())
                .collect(Collectors.toSet());
        Set<String> written = Tree.mainJava()
                .map(SourceFile::path)
                .map(path -> path.replaceFirst("^.*/src/main/java/gatebook/(\\w+)/.*$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen)
                .as("modules on the class path of proof/checks; add a new one to its pom.xml")
                .containsAll(written);
    }

    @Test
    void pomsNameOnlyModulesThatAnArrowLeadsTo() {
        Exemptions.hold(
                "pom-arrow",
                Tree.files()
                        .filter(file -> file.path().matches("(trade|desk|cloud|proof)/\\w+/pom\\.xml"))
                        .filter(pom -> !moduleOf(pom).equals("checks"))
                        .flatMap(pom -> ours(pom)
                                .filter(to -> !Arrows.below(moduleOf(pom)).contains(to)
                                        && !Arrows.opensADoor(moduleOf(pom), to))
                                .map(to -> new Finding(
                                        "pom-arrow", pom.path(), new Spot(1, "depends on " + to), "remove it"))));
    }

    @Test
    void aModuleStandsBelowThoseItDependsOn() {
        List<String> order = modulesInOrder();
        List<String> wrong = new ArrayList<>();
        for (String module : order) {
            for (String below : Arrows.below(module)) {
                if (order.contains(below) && order.indexOf(below) > order.indexOf(module)) {
                    wrong.add(module + " stands above " + below);
                }
            }
        }
        assertThat(wrong).as("the order of modules in the root pom.xml").isEmpty();
    }

    @Test
    void refusesWhatIsNotDrawn() {
        assertThat(Arrows.allow("rules", "wire", "gatebook.wire.json.JsonIn")).isFalse();
        assertThat(Arrows.allow("sync", "ledger", "gatebook.ledger.intake.Intake"))
                .isFalse();
        assertThat(Arrows.allow("store", "sync", "gatebook.sync.Engine")).isFalse();
        assertThat(Arrows.allow("cli", "ledger", "gatebook.ledger.intake.Intake"))
                .isFalse();
        assertThat(Arrows.allow("cli", "api", "gatebook.api.problem.Problems")).isFalse();
        assertThat(Arrows.allow("unheard", "rules", "gatebook.rules.entry.Entry"))
                .isFalse();
    }

    @Test
    void allowsWhatLiesBelowAnArrow() {
        assertThat(Arrows.allow("cli", "rules", "gatebook.rules.entry.Entry")).isTrue();
        assertThat(Arrows.allow("sim", "store", "gatebook.store.sqlite.Database"))
                .isTrue();
        Arrows.DOORS.forEach((module, doors) -> assertThat(doors.classes())
                .allMatch(door -> doors.users().stream().allMatch(user -> Arrows.allow(user, module, door))));
    }

    private static boolean crosses(Dependency dependency) {
        String to = Classes.topLevelName(dependency.getTargetClass().getBaseComponentType());
        return Classes.moduleOf(dependency.getTargetClass().getBaseComponentType())
                .filter(module -> !Arrows.allow(
                        Classes.moduleOf(dependency.getOriginClass()).orElse(""), module, to))
                .isPresent();
    }

    private static List<String> modulesInOrder() {
        String pom = Tree.file("pom.xml").orElseThrow().text();
        return MODULE.matcher(pom)
                .results()
                .map(found -> found.group(1))
                .filter(module -> !module.equals("checks"))
                .toList();
    }

    private static String moduleOf(SourceFile pom) {
        return pom.path().replaceFirst("^\\w+/(\\w+)/pom\\.xml$", "$1");
    }

    /** The modules of ours that a pom depends on, in its main classes. */
    private static Stream<String> ours(SourceFile pom) {
        return DEPENDENCY
                .matcher(pom.text())
                .results()
                .map(MatchResult::group)
                .flatMap(dependency -> OURS.matcher(dependency.contains("<scope>test</scope>") ? "" : dependency)
                        .results()
                        .map(found -> found.group(1)));
    }
}
