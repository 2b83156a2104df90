package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Exemptions;
import gatebook.checks.source.Finding;
import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every main package is @NullMarked and says in one sentence what it is about. */
final class PackageInfoTest {
    private static final String FILE = "package-info.java";
    private static final Pattern ONE_SENTENCE = Pattern.compile("/\\*\\*[\\s*]*([^.]|\\.(?=\\S))+\\.[\\s*]*\\*/");

    private static final Rule SENTENCE = new Rule(
            "package-sentence",
            "write one Javadoc sentence that says what the package is about, and @NullMarked",
            file -> {
                boolean sentence = file.comments().stream()
                        .map(Spot::what)
                        .anyMatch(comment -> ONE_SENTENCE.matcher(comment).matches());
                boolean marked = file.codeMatches(Pattern.compile("^@NullMarked$"))
                        .findAny()
                        .isPresent();
                return sentence && marked
                        ? Stream.empty()
                        : Stream.of(new Spot(1, sentence ? "no @NullMarked" : "not one sentence of Javadoc"));
            });

    @Test
    void everyMainPackageHasOne() {
        Set<String> described = Tree.mainJava()
                .filter(file -> file.name().equals(FILE))
                .map(PackageInfoTest::folder)
                .collect(Collectors.toSet());
        Exemptions.hold(
                "package-info",
                Tree.mainJava()
                        .filter(file -> !described.contains(folder(file)))
                        .map(file -> new Finding(
                                "package-info",
                                file.path(),
                                new Spot(1, "no " + FILE + " in its package"),
                                "write one: a Javadoc sentence and @NullMarked")));
    }

    @Test
    void everyPackageInfoIsOneSentenceAndNullMarked() {
        SENTENCE.holdsIn(Tree.mainJava().filter(file -> file.name().equals(FILE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@NullMarked\npackage a;\n",
                "/** What a line is. */\npackage a;\n",
                "/** What a line is */\n@NullMarked\npackage a;\n",
                "/** What a line is. And more. */\n@NullMarked\npackage a;\n",
                "/** */\n@NullMarked\npackage a;\n"
            })
    void seesWhatIsMissing(String text) {
        assertThat(SENTENCE.in(SourceFile.sample(text))).hasSize(1);
    }

    @Test
    void acceptsOneSentenceOverTwoLinesWithANumberInIt() {
        String text = "/**\n * What 1.5 lines are:\n * this.\n */\n@NullMarked\npackage a;\n";
        assertThat(SENTENCE.in(SourceFile.sample(text))).isEmpty();
    }

    private static String folder(SourceFile file) {
        return file.path().replace("/" + file.name(), "");
    }
}
