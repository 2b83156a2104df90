package gatebook.sim.run;

import gatebook.sim.plan.Happening;
import gatebook.sim.plan.Plan;
import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Make;
import gatebook.sim.site.Mark;
import gatebook.sim.site.Marks;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The command by which seeds are run: {@code --seeds 1..1000} runs them and shrinks what fails, {@code --hashes 1..5} prints
 * what each came to, {@code --seed 7} shows one.
 */
public final class Simulate {
    /** So many seeds walk every path; a smaller batch may miss some. */
    private static final long ENOUGH_FOR_ALL_MARKS = 2_000;

    private static final int WORDS_MAX = 400;
    private static final int SHRUNK_MAX = 3;

    private final PrintStream out;
    private final Seeds seeds;
    private final Marks marks = new Marks();
    private int failed;

    private Simulate(PrintStream out, Seeds seeds) {
        this.out = out;
        this.seeds = seeds;
    }

    /** Ends with 0 if every law holds, with 1 if one is broken or a path was never walked, with 2 if it is not understood. */
    public static void main(String[] words) throws IOException {
        if (words.length != 2 || !words[1].matches("\\d+(\\.\\.\\d+)?")) {
            System.err.println("usage: run --seeds FROM..TO | --seed N | --hashes FROM..TO");
            System.exit(2);
        }
        String[] range = words[1].split("\\.\\.", -1);
        long from = Long.parseLong(range[0]);
        long to = Long.parseLong(range[range.length - 1]);
        boolean sound;
        try (Seeds seeds = new Seeds()) {
            Simulate simulate = new Simulate(System.out, seeds);
            sound = switch (words[0]) {
                case "--seed" -> simulate.show(from);
                case "--hashes" -> simulate.hashes(from, to);
                default -> simulate.batch(from, to);
            };
        }
        System.exit(sound ? 0 : 1);
    }

    private boolean show(long seed) throws IOException {
        Simulation.Result result = seeds.runAndTell(Plan.of(seed), Make.HONEST);
        out.println(result.lanes());
        LawBroken broken = result.broken();
        if (broken != null) {
            broken.printStackTrace(out);
        }
        out.println(Plan.of(seed).knobs());
        out.println("hash " + Long.toHexString(result.hash()) + ", " + result.steps() + " steps");
        return broken == null;
    }

    private boolean hashes(long from, long to) throws IOException {
        for (long seed = from; seed <= to; seed++) {
            out.println(seed + " "
                    + Long.toHexString(seeds.run(Plan.of(seed), Make.HONEST).hash()));
        }
        return true;
    }

    private boolean batch(long from, long to) throws IOException {
        long begun = System.nanoTime();
        for (long seed = from; seed <= to; seed++) {
            Plan plan = Plan.of(seed);
            Simulation.Result result = seeds.run(plan, Make.HONEST);
            marks.add(result.marks());
            LawBroken broken = result.broken();
            if (broken != null) {
                failed++;
                tell(plan, broken);
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(
                Locale.ROOT,
                "%d seeds in %.1f s, %.1f a second, %d failed%n",
                to - from + 1,
                seconds,
                (to - from + 1) / seconds,
                failed);
        List<Mark> missing = Arrays.stream(Mark.values())
                .filter(mark -> marks.times(mark) == 0)
                .toList();
        out.println(missing.isEmpty() ? "every path was walked" : "never walked: " + missing);
        return failed == 0 && (missing.isEmpty() || to - from + 1 < ENOUGH_FOR_ALL_MARKS);
    }

    private void tell(Plan plan, LawBroken broken) {
        String said = String.valueOf(broken.getMessage());
        out.println("seed " + plan.seed() + "  " + said.substring(0, Math.min(WORDS_MAX, said.length())));
        out.println("  again with: proof/sim/run --seed " + plan.seed());
        if (failed <= SHRUNK_MAX) {
            Plan small = seeds.shrunk(plan, broken.law(), Make.HONEST);
            out.println("  enough for it are " + small.knobs().faults() + " and");
            for (Happening happening : small.happenings()) {
                out.println("    " + happening);
            }
        }
        out.flush();
    }
}
