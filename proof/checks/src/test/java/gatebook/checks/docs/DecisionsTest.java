package gatebook.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision is one page: docs/decisions/NNNN-title.md with five parts. */
final class DecisionsTest {
    private static final String FOLDER = "docs/decisions/";
    private static final List<String> PARTS = List.of("Question", "Options", "Choice", "Price", "Noticed by");
    private static final Pattern NAME = Pattern.compile("\\d{4}-[a-z0-9]+(-[a-z0-9]+)*\\.md");

    private static final Rule NAMED = new Rule(
            "decision-name",
            "name it NNNN-title-in-small-letters.md",
            file -> NAME.matcher(file.name()).matches() ? Stream.empty() : Stream.of(new Spot(1, file.name())));

    private static final Rule FIVE_PARTS = new Rule(
            "decision-parts",
            "give it the headings " + PARTS + " in this order",
            file -> parts(file).equals(PARTS)
                    ? Stream.empty()
                    : Stream.of(new Spot(1, "has the headings " + parts(file))));

    @Test
    void decisionsAreNumberedAndNamed() {
        NAMED.holdsIn(decisions());
    }

    @Test
    void decisionsHaveTheirFiveParts() {
        FIVE_PARTS.holdsIn(decisions());
    }

    @Test
    void noNumberIsGivenTwice() {
        assertThat(decisions()
                        .map(file -> file.name().substring(0, 4))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .as("numbers in " + FOLDER)
                .allSatisfy((number, count) -> assertThat(count).as(number).isEqualTo(1));
    }

    @Test
    void seesAMissingPart() {
        assertThat(FIVE_PARTS.in(decision("0001-a.md", "# A\n## Question\n## Options\n## Choice\n## Price\n")))
                .hasSize(1);
        assertThat(FIVE_PARTS.in(decision("0001-a.md", page("## Options\n## Question\n"))))
                .hasSize(1);
        assertThat(FIVE_PARTS.in(decision("0001-a.md", page("## Question\n## Options\n"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-a.md", "0001_a.md", "0001-A.md", "a.md"})
    void seesAWrongName(String name) {
        assertThat(NAMED.in(decision(name, ""))).hasSize(1);
    }

    private static Stream<SourceFile> decisions() {
        return Tree.markdown()
                .filter(file -> file.path().startsWith(FOLDER))
                .filter(file -> !file.name().equals("README.md"));
    }

    private static List<String> parts(SourceFile file) {
        return Documents.prose(file).stream()
                .map(Spot::what)
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    private static SourceFile decision(String name, String text) {
        return new SourceFile(FOLDER + name, text);
    }

    private static String page(String beginning) {
        return "# A\n" + beginning + "## Choice\n## Price\n## Noticed by\n";
    }
}
