package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments are sentences that say why. */
final class CommentsTest {
    private static final Pattern AUTHOR = Pattern.compile("@author\\b");
    private static final Pattern MARK = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
    private static final Pattern MARK_WITH_REASON = Pattern.compile("\\b(TODO|FIXME|XXX|HACK): \\S+( \\S+){2,}");
    private static final Pattern CODE = Pattern.compile("^(import|package) [\\w.*]+;$"
            + "|^(@\\w+ )*(public|private|protected|static|final|abstract|class|interface|record|enum) .*[;{)]$"
            + "|^\\}? ?(if|for|while|switch|catch|try|else|do|synchronized)\\b.*\\{$"
            + "|^(if|for|while|switch) \\(.*\\).*[;{]$"
            + "|^(return|throw|break|continue|var|new|assert)\\b.*;$"
            + "|^[\\w.<>\\[\\]]+( \\w+)? [+-]?= .*;$"
            + "|^[\\w.]+\\(.*\\);$"
            + "|^\\.\\w+\\(.*\\);?$"
            + "|^[)}\\];]+$");

    private static final Rule NO_AUTHOR = new Rule(
            "author",
            "remove it: the history knows",
            file -> lines(file, line -> AUTHOR.matcher(line).find()));

    private static final Rule REASONS = new Rule(
            "todo-reason",
            "do it, or write TODO: and in three words or more what is missing and why",
            file -> lines(
                    file,
                    line -> MARK.matcher(line).find()
                            && !MARK_WITH_REASON.matcher(line).find()));

    private static final Rule NO_CODE = new Rule(
            "code-in-comment",
            "remove it: the history keeps it",
            file -> plain(file, line -> CODE.matcher(line).find()));

    @Test
    void nobodySignsAFile() {
        NO_AUTHOR.holdsIn(javaFiles());
    }

    @Test
    void whatIsLeftToDoHasAReason() {
        REASONS.holdsIn(javaFiles());
    }

    @Test
    void noCodeSleepsInComments() {
        NO_CODE.holdsIn(javaFiles());
    }

    @Test
    void seesAnAuthor() {
        assertThat(NO_AUTHOR.in(SourceFile.sample("/**\n * A thing.\n * @author me\n */\nclass A {}")))
                .hasSize(1);
        assertThat(NO_AUTHOR.in(SourceFile.sample("class A { String a = \"@author\"; }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"// TODO", "// TODO later", "/* FIXME: why */", "// HACK"})
    void seesATodoWithoutReason(String comment) {
        assertThat(REASONS.in(SourceFile.sampleClass(comment))).hasSize(1);
    }

    @Test
    void acceptsATodoWithReason() {
        assertThat(REASONS.in(SourceFile.sampleClass("// TODO: the cloud does not answer this yet")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// int a = 1;",
                "// call(me);",
                "// if (a) {",
                "// }",
                "// return a;",
                "/*\n * private int a;\n */",
                "// import a.b.C;",
                "//     .filter(a)"
            })
    void seesCode(String comment) {
        assertThat(NO_CODE.in(SourceFile.sampleClass(comment))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// The gate waits for nobody; the engine waits for the gate;",
                "// if (and only if) the desk is offline",
                "// See the schema (register.sql).",
                "/** {@code a = 1;} */",
                "int a = 1; // whole minor units"
            })
    void leavesSentencesAlone(String comment) {
        assertThat(NO_CODE.in(SourceFile.sampleClass(comment))).isEmpty();
    }

    private static Stream<SourceFile> javaFiles() {
        return Tree.files().filter(SourceFile::isJava);
    }

    private static Stream<Spot> plain(SourceFile file, Predicate<String> broken) {
        return file.comments().stream()
                .filter(comment -> !comment.what().startsWith("/**"))
                .flatMap(comment -> lines(comment, broken));
    }

    private static Stream<Spot> lines(SourceFile file, Predicate<String> broken) {
        return file.comments().stream().flatMap(comment -> lines(comment, broken));
    }

    private static Stream<Spot> lines(Spot comment, Predicate<String> broken) {
        List<String> lines = comment.what()
                .lines()
                .map(line -> line.strip()
                        .replaceFirst("^(//+|/\\*+|\\*/|\\*)", "")
                        .replaceFirst("\\*/$", "")
                        .strip())
                .toList();
        return IntStream.range(0, lines.size())
                .filter(at -> broken.test(lines.get(at)))
                .mapToObj(at -> new Spot(comment.line() + at, lines.get(at)));
    }
}
