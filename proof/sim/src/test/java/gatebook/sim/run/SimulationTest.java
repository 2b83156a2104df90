package gatebook.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.sim.plan.Plan;
import gatebook.sim.site.Make;
import gatebook.sim.site.Mark;
import gatebook.sim.site.Marks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample of seeds, and the seeds that ever failed; {@code proof/sim/run} runs as many as there is time for. */
class SimulationTest {
    /** From the first seed with nights in it. */
    private static final long FIRST = 10_000;

    private static final int SAMPLE = 40;

    @Test
    void noLawIsBrokenInASample() throws IOException {
        Marks marks = new Marks();
        try (Seeds seeds = new Seeds()) {
            for (long seed = FIRST; seed < FIRST + SAMPLE; seed++) {
                Simulation.Result result = seeds.run(Plan.of(seed), Make.HONEST);
                marks.add(result.marks());
                assertThat(result.broken())
                        .as("again with: proof/sim/run --seed " + seed)
                        .isNull();
            }
        }
        assertThat(List.of(
                        Mark.PUSH_DUPLICATE,
                        Mark.PUSH_CONFLICT,
                        Mark.ANSWER_LOST,
                        Mark.CRASHED_WITHIN,
                        Mark.HISTORY_CHANGED_TOLD,
                        Mark.RESOLVED_BY_PERSON,
                        Mark.NIGHT_PASSED,
                        Mark.UNDONE))
                .as("paths that a sample walks")
                .allMatch(mark -> marks.times(mark) > 0);
    }

    static LongStream failedOnce() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SimulationTest.class.getResourceAsStream("/regressions/seeds.txt")),
                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2)[0])
                    .mapToLong(Long::parseLong)
                    .boxed()
                    .toList()
                    .stream()
                    .mapToLong(Long::longValue);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("failedOnce")
    void whatFailedOnceHoldsForEver(long seed) throws IOException {
        try (Seeds seeds = new Seeds()) {
            assertThat(seeds.run(Plan.of(seed), Make.HONEST).broken()).isNull();
        }
    }

    @Test
    void aSeedGoesTheSameWayEachTimeInAnyProcess() throws Exception {
        List<String> here = new ArrayList<>();
        try (Seeds seeds = new Seeds()) {
            for (long seed = 1; seed <= 3; seed++) {
                Simulation.Result first = seeds.run(Plan.of(seed), Make.HONEST);
                Simulation.Result second = seeds.runAndTell(Plan.of(seed), Make.HONEST);
                assertThat(second.hash()).isEqualTo(first.hash());
                here.add(seed + " " + Long.toHexString(first.hash()));
            }
        }
        assertThat(elsewhere("1..3")).containsExactlyElementsOf(here);
    }

    private static List<String> elsewhere(String range) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulate.class.getName(),
                        "--hashes",
                        range)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            said = lines.lines().toList();
        }
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
