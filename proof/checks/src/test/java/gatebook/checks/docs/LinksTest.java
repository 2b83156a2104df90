package gatebook.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links between documents lead somewhere, and to names rather than to line numbers. */
final class LinksTest {
    private static final Pattern LINK =
            Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?: \"[^\"]*\")?\\)|^\\[[^]]+\\]: +(\\S+)");
    private static final Pattern ELSEWHERE = Pattern.compile("^([a-z][a-z0-9+.-]*:|#)");
    private static final Pattern LINE_NUMBER = Pattern.compile("#L\\d|\\.\\w+:\\d+$|#\\d+$");

    private static final Rule LEAD_SOMEWHERE = new Rule(
            "link-target",
            "let it lead to a file of the tree",
            file -> links(file)
                    .filter(link -> !ELSEWHERE.matcher(link.what()).find())
                    .filter(link -> !Files.exists(target(file, link.what()))));

    private static final Rule LEAD_TO_NAMES = new Rule(
            "link-line-number",
            "link to the file and name the class, method or heading in words",
            file -> links(file)
                    .filter(link -> LINE_NUMBER.matcher(link.what()).find())
                    .filter(link -> !link.what().matches("https://github\\.com/[^#]+/(issues|pull)/\\d+.*")));

    @Test
    void relativeLinksLeadToFiles() {
        LEAD_SOMEWHERE.holdsIn(Tree.markdown());
    }

    @Test
    void linksNeverLeadToLineNumbers() {
        LEAD_TO_NAMES.holdsIn(Tree.markdown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](gone.md)", "[a](../gone/a.md#heading)", "[a]: gone.md", "[a](gone.md \"Title\")"})
    void seesALinkToNowhere(String text) {
        assertThat(LEAD_SOMEWHERE.in(new SourceFile("docs/a.md", text))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](../pom.xml)",
                "[a](../STYLE.md#style)",
                "[a](#here)",
                "[a](https://example.org/a.md)",
                "```\n[a](gone.md)\n```"
            })
    void acceptsALinkToAFile(String text) {
        assertThat(LEAD_SOMEWHERE.in(new SourceFile("docs/a.md", text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](A.java#L12)", "[a](A.java:12)", "[a](https://example.org/b/A.java#L3-L5)"})
    void seesALinkToALineNumber(String text) {
        assertThat(LEAD_TO_NAMES.in(new SourceFile("docs/a.md", text))).hasSize(1);
    }

    private static Stream<Spot> links(SourceFile file) {
        return Documents.prose(file).stream()
                .flatMap(line -> LINK.matcher(line.what().replaceAll("`[^`]*`", "`"))
                        .results()
                        .map(found -> new Spot(line.line(), found.group(1) != null ? found.group(1) : found.group(2))));
    }

    private static Path target(SourceFile file, String link) {
        Path target = Path.of(link.replaceFirst("#.*$", "").replace("%20", " "));
        return Tree.root().resolve(file.path()).resolveSibling(target).normalize();
    }
}
