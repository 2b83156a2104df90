package gatebook.sim.run;

import gatebook.sim.plan.Happening;
import gatebook.sim.plan.Plan;
import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Make;
import gatebook.sim.site.Mark;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The command by which seeds are run: {@code --seeds 1..1000} and {@code --minutes 10 --from 1} run them and shrink what
 * fails, {@code --hashes 1..5} prints what each came to, {@code --seed 7} shows one.
 */
public final class Simulate {
    private static final int WORDS_MAX = 400;
    private static final int SHRUNK_MAX = 3;
    private static final long FRESH = 1_000_000;
    private static final Path FAILED = Path.of("proof/sim/target/failed-seeds.txt");

    private final PrintStream out;
    private final Asked asked;
    private int failed;

    private Simulate(PrintStream out, Asked asked) {
        this.out = out;
        this.asked = asked;
    }

    /** Ends with 0 if every law holds, with 1 if one is broken or a path was never walked, with 2 if it is not understood. */
    public static void main(String[] words) throws IOException {
        Optional<Asked> asked = Asked.read(Long.getLong("gatebook.sim.fresh", FRESH), words);
        if (asked.isEmpty()) {
            System.err.println(Asked.USAGE);
            System.exit(2);
        }
        Simulate simulate = new Simulate(System.out, asked.orElseThrow());
        boolean sound = switch (simulate.asked.what()) {
            case SHOW -> simulate.show();
            case HASH -> simulate.hashes();
            case RUN -> simulate.batch();
        };
        System.exit(sound ? 0 : 1);
    }

    private boolean show() throws IOException {
        Plan plan = Plan.of(asked.range().from());
        Simulation.Result result;
        try (Seeds seeds = new Seeds()) {
            result = seeds.runAndTell(plan, Make.HONEST);
        }
        out.println(result.lanes());
        LawBroken broken = result.broken();
        if (broken != null) {
            broken.printStackTrace(out);
        }
        out.println(plan.knobs());
        out.println("hash " + Long.toHexString(result.hash()) + ", " + result.steps() + " steps");
        return broken == null;
    }

    private boolean hashes() throws IOException {
        try (Seeds seeds = new Seeds()) {
            for (long seed = asked.range().from(); seed <= asked.range().to(); seed++) {
                long hash = seeds.run(Plan.of(seed), Make.HONEST).hash();
                out.println(seed + " " + Long.toHexString(hash));
            }
        }
        return true;
    }

    private boolean batch() throws IOException {
        Batch batch = new Batch(asked, this::tell);
        Sum sum = batch.run();
        out.printf(
                Locale.ROOT,
                "%d seeds from %d in %.1f s, %.1f a second, %.2f desk-years, %d failed%n",
                sum.seeds(),
                asked.range().from(),
                batch.seconds(),
                sum.seeds() / batch.seconds(),
                sum.deskYears(),
                sum.failing().size());
        List<Mark> missing = sum.neverWalked();
        out.println(missing.isEmpty() ? "every path was walked" : "never walked: " + missing);
        Path ledger = asked.ledger();
        if (ledger != null) {
            new Ledger(ledger, Ledger.Run.told()).add(sum, (long) batch.seconds());
        }
        return sum.isSound();
    }

    private void tell(Plan plan, Simulation.Result result) {
        LawBroken broken = Objects.requireNonNull(result.broken(), "only what failed is told");
        String said = String.valueOf(broken.getMessage()).replace('\n', ' ');
        String words = "seed " + plan.seed() + "  " + said.substring(0, Math.min(WORDS_MAX, said.length()));
        out.println(words);
        out.println("  again with: proof/sim/run --seed " + plan.seed());
        keep(words);
        if (failed++ < SHRUNK_MAX) {
            Plan small = shrunk(plan, broken.law());
            out.println("  enough for it are " + small.knobs().faults() + " and");
            for (Happening happening : small.happenings()) {
                out.println("    " + happening);
            }
        }
        out.flush();
    }

    private static Plan shrunk(Plan plan, String law) {
        try (Seeds seeds = new Seeds()) {
            return seeds.shrunk(plan, law, Make.HONEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run that is broken off leaves what it found. */
    private static void keep(String words) {
        try {
            Files.createDirectories(FAILED.getParent());
            Files.writeString(FAILED, words + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
