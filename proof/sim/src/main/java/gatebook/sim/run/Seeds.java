package gatebook.sim.run;

import gatebook.sim.plan.Plan;
import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Make;
import gatebook.sim.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Where seeds are run one after the other: a folder in memory where there is one, emptied after each. */
final class Seeds implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path root;
    private final Path template;
    private long count;

    Seeds() throws IOException {
        this.root = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "gatebook-sim")
                : Files.createTempDirectory("gatebook-sim");
        this.template = root.resolve("template.db");
        Site.makeTemplate(template);
    }

    /** Carries a plan out; what happened is kept as a hash. */
    Simulation.Result run(Plan plan, Make make) throws IOException {
        return within(make, simulation -> simulation.run(plan));
    }

    /** Carries a plan out and keeps what happened for people to read. */
    Simulation.Result runAndTell(Plan plan, Make make) throws IOException {
        return within(make, simulation -> simulation.runAndTell(plan));
    }

    private Simulation.Result within(Make make, Function<Simulation, Simulation.Result> work) throws IOException {
        Path folder = Files.createDirectory(root.resolve("run" + count++));
        try {
            return work.apply(new Simulation(folder, template, make));
        } finally {
            Folders.remove(folder);
        }
    }

    /** The smallest part of a failing plan that still breaks the same law. */
    Plan shrunk(Plan failing, String law, Make make) {
        return new Shrinking(plan -> breaks(plan, law, make)).shrink(failing);
    }

    private boolean breaks(Plan plan, String law, Make make) {
        try {
            LawBroken broken = run(plan, make).broken();
            return broken != null && broken.law().equals(law);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Folders.remove(root);
    }
}
