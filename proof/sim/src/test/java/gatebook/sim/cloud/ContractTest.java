package gatebook.sim.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What any cloud answers, scenario by scenario: the ledger and the model say the same, and it is what is written. */
class ContractTest {
    private static final String TABLE = "contract.txt";

    /**
     * A row of the table: a name, what is done, and what each step that is answered says.
     */
    record Row(String name, String steps, List<String> said) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void bothSayWhatIsWritten(Row row) {
        Script model = new Script(model(Postgres.clock()), Postgres.clock());
        assertThat(model.run(row.steps()))
                .extracting(Heard::said)
                .as("the model")
                .containsExactlyElementsOf(row.said());
        Script ledger = new Script(Postgres.site(), Postgres.clock());
        ledger.run(row.steps());
        Heard.same(row.steps(), ledger.heard(), model.heard());
    }

    @Test
    void everyRowHasANameOfItsOwn() {
        assertThat(rows().map(Row::name)).doesNotHaveDuplicates();
    }

    static ModelCloud model(HandClock clock) {
        return new ModelCloud(Postgres.YARD, clock, Script.ids());
    }

    static Stream<Row> rows() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ContractTest.class.getResourceAsStream(TABLE)), StandardCharsets.UTF_8))) {
            String text = lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
            return Stream.of(text.split("\n\n+")).filter(row -> !row.isBlank()).map(ContractTest::row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line is the name, the last the answers, what lies between the steps. */
    private static Row row(String text) {
        List<String> lines = text.strip().lines().map(String::strip).toList();
        List<String> said = Stream.of(lines.getLast().replaceFirst("^=", "").split(";", -1))
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .toList();
        return new Row(lines.getFirst(), String.join(" ", lines.subList(1, lines.size() - 1)), said);
    }
}
