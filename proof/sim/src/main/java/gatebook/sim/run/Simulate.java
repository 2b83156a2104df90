package gatebook.sim.run;

import gatebook.sim.plan.Plan;
import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Make;
import gatebook.sim.site.Site;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command by which seeds are run: {@code --seeds 1..1000}, or {@code --seed 7} to see one. */
public final class Simulate {
    private Simulate() {}

    public static void main(String[] words) throws IOException {
        PrintStream out = System.out;
        String[] range = words[1].split("\\.\\.", -1);
        long from = Long.parseLong(range[0]);
        long to = range.length > 1 ? Long.parseLong(range[1]) : from;
        Path shm = Path.of("/dev/shm");
        Path root = Files.createTempDirectory(Files.isWritable(shm) ? shm : Path.of("target"), "gatebook-sim");
        Path template = root.resolve("template.db");
        Site.makeTemplate(template);
        int failed = 0;
        long begun = System.nanoTime();
        for (long seed = from; seed <= to; seed++) {
            Path folder = Files.createDirectory(root.resolve("seed" + seed));
            Simulation simulation = new Simulation(folder, template, Make.HONEST);
            Simulation.Result result =
                    from == to ? simulation.runAndTell(Plan.of(seed)) : simulation.run(Plan.of(seed));
            if (from == to) {
                out.println(result.lanes());
            }
            if (result.broken().isPresent()) {
                failed++;
                LawBroken broken = result.broken().get();
                String said = String.valueOf(broken.getMessage());
                out.println("seed " + seed + "  " + said.substring(0, Math.min(300, said.length())));
                if (from == to) {
                    broken.printStackTrace(out);
                }
            }
            Folders.remove(folder);
        }
        out.println(
                (to - from + 1) + " seeds, " + failed + " failed, " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        Folders.remove(root);
    }
}
