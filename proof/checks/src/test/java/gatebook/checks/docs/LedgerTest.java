package gatebook.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger of long runs can be read and summed, and {@code docs/faults.md} shows its sums. */
final class LedgerTest {
    private static final String LEDGER = "proof/ledger.csv";
    private static final String DOCUMENT = "docs/faults.md";
    private static final String HEADER = "commit,date,kind,count,violations,seconds,note";
    private static final Pattern LINE = Pattern.compile(
            "[0-9a-f]{7,40},\\d{4}-\\d\\d-\\d\\d,([a-z][a-z -]*),(\\d+),(\\d+),\\d+(?:\\.\\d)?,([^,]*)");
    private static final Pattern SUM = Pattern.compile("\\| ([a-z][a-z -]*) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");
    private static final Pattern YEARS = Pattern.compile("(\\d+)\\.(\\d{3}) desk-years.*");
    private static final String REPAIRED = "repaired: ";

    private static final Rule READABLE = new Rule(
            "ledger-line",
            "write it as " + HEADER + ", a violation with a note that says \"" + REPAIRED + "\"",
            file -> IntStream.range(0, lines(file).size())
                    .filter(at -> !isReadable(at, lines(file).get(at)))
                    .mapToObj(at -> new Spot(at + 1, lines(file).get(at))));

    /** What all lines of a kind come to. */
    private record Sum(long runs, long count, long violations) {
        private Sum plus(Sum other) {
            return new Sum(runs + other.runs, count + other.count, violations + other.violations);
        }
    }

    @Test
    void everyLineCanBeReadAndNoViolationIsLeftUnrepaired() {
        READABLE.holdsIn(Tree.file(LEDGER).stream());
    }

    @Test
    void theDocumentShowsTheSums() {
        assertThat(shown(Tree.file(DOCUMENT).orElseThrow()))
                .as("write them anew with proof/soak --sums")
                .isEqualTo(sums(Tree.file(LEDGER).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d9e8eb1,2026-11-22,power cut,100,1,7,",
                "d9e8eb1,2026-11-22,power cut,many,0,7,",
                "d9e8eb1,2026-11-22,power cut,100,0,7",
                "yesterday,2026-11-22,power cut,100,0,7,"
            })
    void seesALineThatCannotBeReadOrThatNobodyRepaired(String line) {
        assertThat(READABLE.in(new SourceFile(LEDGER, HEADER + "\n" + line + "\n")))
                .hasSize(1);
    }

    @Test
    void sumsUpByKind() {
        SourceFile ledger = new SourceFile(
                LEDGER,
                HEADER
                        + "\nd9e8eb1,2026-11-22,power cut,100,0,7,\nd9e8eb1,2026-11-23,power cut,20,1,7.5,repaired: x\n");
        assertThat(READABLE.in(ledger)).isEmpty();
        assertThat(sums(ledger)).isEqualTo(Map.of("power cut", new Sum(2, 120, 1)));
    }

    @Test
    void sumsUpTheYearsOfDesks() {
        SourceFile ledger = new SourceFile(
                LEDGER,
                HEADER + "\nd9e8eb1,2026-11-22,seeds,100,0,7,1.600 desk-years\n"
                        + "d9e8eb1,2026-11-23,seeds,20,1,7,0.500 desk-years; failed 7; repaired: x\n");
        assertThat(READABLE.in(ledger)).isEmpty();
        assertThat(sums(ledger))
                .containsEntry("desk-years", new Sum(2, 2, 0))
                .containsEntry("seeds", new Sum(2, 120, 1));
    }

    private static boolean isReadable(int at, String line) {
        if (at == 0) {
            return line.equals(HEADER);
        }
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                && (parts.group(3).matches("0+") || parts.group(4).contains(REPAIRED));
    }

    private static Map<String, Sum> sums(SourceFile ledger) {
        Map<String, Sum> sums = new TreeMap<>();
        deskYears(ledger).ifPresent(years -> sums.put("desk-years", years));
        lines(ledger).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(parts -> sums.merge(
                        parts.group(1),
                        new Sum(1, Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))),
                        Sum::plus));
        return sums;
    }

    /** The seeds' lines tell in their notes how much time of desks they were, in thousandths. */
    private static Optional<Sum> deskYears(SourceFile ledger) {
        return lines(ledger).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(parts -> YEARS.matcher(parts.group(4)))
                .filter(Matcher::matches)
                .map(years -> new Sum(1, Long.parseLong(years.group(1) + years.group(2)), 0))
                .reduce(Sum::plus)
                .map(sum -> new Sum(sum.runs(), sum.count() / 1_000, 0));
    }

    private static Map<String, Sum> shown(SourceFile document) {
        Map<String, Sum> shown = new TreeMap<>();
        Stream<Matcher> rows = Documents.prose(document).stream().map(line -> SUM.matcher(line.what()));
        rows.filter(Matcher::matches)
                .forEach(row -> shown.put(
                        row.group(1),
                        new Sum(
                                Long.parseLong(row.group(2)),
                                Long.parseLong(row.group(3)),
                                Long.parseLong(row.group(4)))));
        return shown;
    }

    private static List<String> lines(SourceFile file) {
        return file.text().lines().toList();
    }
}
