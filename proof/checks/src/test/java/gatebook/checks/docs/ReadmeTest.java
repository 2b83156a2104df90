package gatebook.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first page stays short, and what it tells to type is what CI types. */
final class ReadmeTest {
    private static final int LINES_MAX = 120;
    private static final Pattern COMMAND = Pattern.compile("^\\s*(\\$ )?(\\./gatebook|gatebook|mvn|\\.ci/run)\\b");

    private static final Rule SHORT = new Rule(
            "readme-size",
            "move what is not needed on the first page to docs/",
            file -> file.lines().size() > LINES_MAX
                    ? Stream.of(new Spot(LINES_MAX + 1, file.lines().size() + " lines, above " + LINES_MAX))
                    : Stream.empty());

    private static final Rule RUN_BY_CI = new Rule(
            "readme-command",
            "let .ci/run do it, or leave it out of the first page",
            file -> Documents.fenced(file).stream()
                    .filter(line -> COMMAND.matcher(line.what()).find())
                    .map(line -> new Spot(line.line(), command(line.what())))
                    .filter(line -> !line.what().equals(".ci/run") && !isRunByCi(line.what())));

    @Test
    void theFirstPageIsShort() {
        SHORT.holdsIn(readme());
    }

    @Test
    void itsCommandsAreTheOnesThatCiRuns() {
        RUN_BY_CI.holdsIn(readme());
    }

    @Test
    void seesALongPage() {
        assertThat(SHORT.in(page("\n".repeat(121)))).hasSize(1);
        assertThat(SHORT.in(page("\n".repeat(120)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./gatebook dance", "$ mvn dance   # for fun"})
    void seesACommandThatCiDoesNotRun(String command) {
        assertThat(RUN_BY_CI.in(page("```\n" + command + "\n```\n"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".ci/run", "./gatebook demo   # from end to end", "$ ./gatebook demo"})
    void acceptsWhatCiRuns(String command) {
        assertThat(RUN_BY_CI.in(page("```\n" + command + "\n```\n"))).isEmpty();
    }

    private static Stream<SourceFile> readme() {
        return Tree.file("README.md").stream();
    }

    private static SourceFile page(String text) {
        return new SourceFile("README.md", text);
    }

    private static String command(String line) {
        return line.replaceFirst("#.*$", "").replaceFirst("^\\s*\\$ ", "").strip();
    }

    private static boolean isRunByCi(String command) {
        return Tree.file(".ci/run").orElseThrow().lines().stream()
                .map(String::strip)
                .anyMatch(line -> line.equals(command) || line.startsWith(command + " "));
    }
}
