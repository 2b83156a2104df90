package gatebook.checks.tidy;

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

/** Tests are found by their name, none is skipped, none sleeps. */
final class TestsTest {
    private static final Pattern TEST_METHOD = Pattern.compile("@(Test|ParameterizedTest|TestFactory|RepeatedTest)\\b");
    private static final Pattern SKIPS = Pattern.compile(
            "@(Disabled|Enabled)(\\b|On|If|For)|\\bassum(e(True|False|That)|ingThat)\\b|\\bAssumptions\\b|\\bTestAbortedException\\b");
    private static final Pattern SLEEPS =
            Pattern.compile("\\bThread(\\.|::)sleep\\b|\\bTimeUnit\\.\\w+\\.sleep\\b|^\\s*sleep\\(");

    private static final Rule NAMED = new Rule(
            "test-name",
            "end the class's name in Test, or in Contract for a set of promises that several tests keep",
            file -> file.name().endsWith("Test.java") || file.name().endsWith("Contract.java")
                    ? Stream.empty()
                    : file.codeMatches(TEST_METHOD)
                            .limit(1)
                            .map(spot -> new Spot(spot.line(), file.name() + " holds tests")));

    private static final Rule NONE_SKIPPED =
            new Rule("test-skipped", "make it run everywhere, or remove it", file -> file.codeMatches(SKIPS));

    private static final Rule NONE_SLEEPS = new Rule(
            "test-sleeps",
            "wait for the event itself with a named limit, or inject the clock and the pause",
            file -> file.codeMatches(SLEEPS));

    @Test
    void classesWithTestsAreFoundByTheirName() {
        NAMED.holdsIn(Tree.testJava());
    }

    @Test
    void noTestIsSkipped() {
        NONE_SKIPPED.holdsIn(Tree.testJava());
    }

    @Test
    void noTestSleeps() {
        NONE_SLEEPS.holdsIn(Tree.testJava());
    }

    @Test
    void seesATestThatNobodyRuns() {
        String text = "final class Checks { @Test void a() {} }";
        assertThat(NAMED.in(new SourceFile("a/src/test/java/gatebook/a/Checks.java", text)))
                .hasSize(1);
        assertThat(NAMED.in(new SourceFile("a/src/test/java/gatebook/a/ChecksTest.java", text)))
                .isEmpty();
        assertThat(NAMED.in(new SourceFile("a/src/test/java/gatebook/a/Fake.java", "final class Fake {}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Disabled void a() {}",
                "@DisabledOnOs(OS.MAC) void a() {}",
                "@EnabledIf(\"b\") void a() {}",
                "void a() { assumeTrue(b); }",
                "void a() { Assumptions.abort(); }"
            })
    void seesASkippedTest(String member) {
        assertThat(NONE_SKIPPED.in(SourceFile.sampleClass(member))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Thread.sleep(1);", "TimeUnit.SECONDS.sleep(1);", "pool.submit(Thread::sleep);", "sleep(1);"})
    void seesASleepingTest(String statement) {
        assertThat(NONE_SLEEPS.in(SourceFile.sampleClass("void a() {\n" + statement + "\n}")))
                .hasSize(1);
    }
}
