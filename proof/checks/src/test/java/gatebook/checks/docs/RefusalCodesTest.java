package gatebook.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import gatebook.rules.refusal.Refusal;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal code that is written anywhere stands in the one catalogue, once, with its sentence. */
final class RefusalCodesTest {
    private static final Pattern CODE = Pattern.compile("\\bGB-\\d+\\b");
    private static final Set<String> CATALOGUE =
            Arrays.stream(Refusal.values()).map(Refusal::code).collect(Collectors.toSet());
    private static final String CATALOGUE_FILE = "trade/rules/src/main/java/gatebook/rules/refusal/Refusal.java";
    private static final Pattern CONSTANT = Pattern.compile("^    [A-Z][A-Z0-9_]*\\(\\d+\\)[,;]$");

    private static final Rule KNOWN =
            new Rule("refusal-code", "add it to Refusal, or write the code that is meant", RefusalCodesTest::unknown);

    private static final Rule EXPLAINED = new Rule(
            "refusal-sentence",
            "say in Javadoc what happened and what to do: it is the manual",
            file -> file.matches(CONSTANT)
                    .filter(spot -> !file.lines().get(spot.line() - 2).strip().endsWith("*/")));

    @Test
    void everyCodeThatIsWrittenIsInTheCatalogue() {
        KNOWN.holdsIn(Tree.files());
    }

    @Test
    void noNumberIsGivenTwice() {
        assertThat(CATALOGUE).as("codes in Refusal").hasSize(Refusal.values().length);
    }

    @Test
    void everyRefusalIsExplained() {
        SourceFile catalogue = Tree.file(CATALOGUE_FILE).orElseThrow();
        assertThat(catalogue.matches(CONSTANT)).hasSize(Refusal.values().length);
        EXPLAINED.holdsIn(Tree.files().filter(file -> file.path().equals(CATALOGUE_FILE)));
    }

    @Test
    void seesAnUnknownCode() {
        assertThat(KNOWN.in(SourceFile.sample("see GB" + "-0000 and GB" + "-12345")))
                .hasSize(2);
        assertThat(KNOWN.in(SourceFile.sample("see " + Refusal.BAD_VALUE.code())))
                .isEmpty();
    }

    @Test
    void seesARefusalWithoutASentence() {
        assertThat(EXPLAINED.in(SourceFile.sample("enum A {\n    ONE(1001),\n}")))
                .hasSize(1);
        assertThat(EXPLAINED.in(SourceFile.sample("enum A {\n    /** It went. */\n    ONE(1001),\n}")))
                .isEmpty();
    }

    private static Stream<Spot> unknown(SourceFile file) {
        return file.matches(CODE)
                .flatMap(line -> CODE.matcher(line.what())
                        .results()
                        .map(found -> new Spot(line.line(), found.group()))
                        .filter(code -> !CATALOGUE.contains(code.what())));
    }
}
