package gatebook.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Exemptions;
import gatebook.checks.source.Finding;
import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault, law and security check of {@code docs/faults.md} names a test that exists, or why none is due yet. */
final class FaultsListTest {
    private static final String DOCUMENT = "docs/faults.md";

    /** How many there are of each kind; a kind only grows. */
    private static final Map<String, Integer> KINDS = Map.ofEntries(
            Map.entry("F-A", 9),
            Map.entry("F-B", 14),
            Map.entry("F-C", 6),
            Map.entry("F-D", 12),
            Map.entry("F-E", 9),
            Map.entry("F-F", 14),
            Map.entry("F-G", 12),
            Map.entry("F-H", 9),
            Map.entry("S", 23),
            Map.entry("L", 5),
            Map.entry("SEC-", 30));

    private static final Pattern ID = Pattern.compile("(F-[A-H]|S|L|SEC-)\\d{1,2}");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))(?:\\.(\\w+))?`");
    private static final Pattern REASON = Pattern.compile("not due yet: \\S.{7,}");

    private static final Rule HELD = new Rule(
            "fault-held",
            "name the test that holds it, or write \"not due yet:\" and why",
            file -> rows(file)
                    .filter(row -> !TEST.matcher(row.what()).find()
                            && !REASON.matcher(row.what()).find())
                    .map(row -> new Spot(row.line(), id(row))));

    @Test
    void everyIdStandsInTheListOnce() {
        List<String> listed = Tree.file(DOCUMENT).stream()
                .flatMap(FaultsListTest::rows)
                .map(FaultsListTest::id)
                .toList();
        assertThat(listed).doesNotHaveDuplicates().containsAll(ids());
    }

    @Test
    void everyRowNamesATestOrAReason() {
        HELD.holdsIn(Tree.file(DOCUMENT).stream());
    }

    @Test
    void everyTestThatIsNamedExists() {
        Map<String, List<SourceFile>> tests = Tree.testJava().collect(Collectors.groupingBy(FaultsListTest::className));
        Exemptions.hold(
                "fault-test",
                Tree.file(DOCUMENT).stream()
                        .flatMap(file -> missing(file, tests)
                                .map(spot -> new Finding(
                                        "fault-test",
                                        DOCUMENT,
                                        spot,
                                        "name a test class of the tree, and a method of it"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"| F-A1 | x | |", "| S3 | x | somehow |", "| SEC-9 | x | not due yet: |", "| L1 | `x` | `A` |"})
    void seesARowThatNothingHolds(String row) {
        assertThat(HELD.in(list(row))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| F-A1 | x | `ATest` |",
                "| S3 | x | `ATest.holds`; more |",
                "| L4 | x | not due yet: no window |"
            })
    void acceptsATestOrAReason(String row) {
        assertThat(HELD.in(list(row))).isEmpty();
    }

    @Test
    void seesATestThatDoesNotExist() {
        SourceFile test = new SourceFile("a/src/test/java/ATest.java", "final class ATest { @Test void holds() {} }");
        Map<String, List<SourceFile>> tests = Map.of("ATest", List.of(test));
        assertThat(missing(list("| S1 | x | `ATest`, `ATest.holds` |"), tests)).isEmpty();
        assertThat(missing(list("| S1 | x | `BTest`, `ATest.breaks` |"), tests))
                .extracting("what")
                .containsExactly("BTest", "ATest.breaks");
    }

    private static SourceFile list(String row) {
        return new SourceFile(DOCUMENT, "| id | what | held by |\n|---|---|---|\n" + row + "\n");
    }

    private static Collection<String> ids() {
        Set<String> ids = new TreeSet<>();
        KINDS.forEach((kind, count) -> IntStream.rangeClosed(1, count).forEach(number -> ids.add(kind + number)));
        return ids;
    }

    private static Stream<Spot> rows(SourceFile file) {
        return Documents.prose(file).stream()
                .filter(line -> line.what().startsWith("|"))
                .filter(line -> ID.matcher(id(line)).matches());
    }

    private static String id(Spot row) {
        return row.what().split("\\|", 3)[1].strip();
    }

    private static Stream<Spot> missing(SourceFile list, Map<String, List<SourceFile>> tests) {
        return rows(list)
                .flatMap(row -> TEST.matcher(row.what())
                        .results()
                        .filter(named -> !exists(named.group(1), named.group(2), tests))
                        .map(named -> new Spot(row.line(), named.group().replace("`", ""))));
    }

    private static boolean exists(String name, @Nullable String method, Map<String, List<SourceFile>> tests) {
        return tests.getOrDefault(name, List.of()).stream()
                .anyMatch(file -> method == null || file.text().contains("void " + method + "("));
    }

    private static String className(SourceFile file) {
        Matcher name = Pattern.compile("(\\w+)\\.java$").matcher(file.path());
        return name.find() ? name.group(1) : "";
    }
}
