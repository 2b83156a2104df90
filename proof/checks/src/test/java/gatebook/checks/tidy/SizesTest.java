package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Main files stay short: none above 500 lines, 95 % within 250, half within 80 (STYLE.md). */
final class SizesTest {
    private static final int LINES_MAX = 500;
    private static final int LINES_OF_NINETEEN_IN_TWENTY = 250;
    private static final int LINES_OF_HALF = 80;

    private static final Rule LONG_FILES = new Rule(
            "file-size",
            "split it where it has two subjects",
            file -> file.lines().size() > LINES_MAX
                    ? Stream.of(new Spot(LINES_MAX + 1, file.lines().size() + " lines, above " + LINES_MAX))
                    : Stream.empty());

    @Test
    void noFileIsAboveTheLimit() {
        LONG_FILES.holdsIn(counted());
    }

    @Test
    void mostFilesAreShort() {
        List<SourceFile> files = counted().toList();
        List<Integer> sizes = files.stream().map(file -> file.lines().size()).toList();
        List<String> longest = files.stream()
                .sorted(Comparator.comparingInt(
                                (SourceFile file) -> file.lines().size())
                        .reversed())
                .limit(Math.max(3, files.size() / 10))
                .map(file -> file.path() + ": " + file.lines().size())
                .toList();
        assertThat(quantile(sizes, 0.95))
                .as("lines that 95 %% of the main files stay within; shorten some of %s", longest)
                .isLessThanOrEqualTo(LINES_OF_NINETEEN_IN_TWENTY);
        assertThat(quantile(sizes, 0.5))
                .as("lines that half of the main files stay within; the longest are %s", longest)
                .isLessThanOrEqualTo(LINES_OF_HALF);
    }

    @Test
    void seesALongFile() {
        assertThat(LONG_FILES.in(SourceFile.sample("\n".repeat(501)))).hasSize(1);
        assertThat(LONG_FILES.in(SourceFile.sample("\n".repeat(500)))).isEmpty();
    }

    @Test
    void aQuantileIsTheSmallestSizeThatEnoughFilesStayWithin() {
        assertThat(quantile(List.of(10), 0.5)).isEqualTo(10);
        assertThat(quantile(List.of(4, 1, 3, 2), 0.5)).isEqualTo(2);
        assertThat(quantile(Collections.nCopies(19, 5), 0.95)).isEqualTo(5);
        assertThat(quantile(
                        Stream.concat(Collections.nCopies(18, 5).stream(), Stream.of(9, 9))
                                .toList(),
                        0.95))
                .isEqualTo(9);
    }

    /** Package descriptions are left out: they would make the median look better than it is. */
    private static Stream<SourceFile> counted() {
        return Tree.mainJava().filter(file -> !file.name().equals("package-info.java"));
    }

    private static int quantile(List<Integer> sizes, double share) {
        List<Integer> sorted = sizes.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
