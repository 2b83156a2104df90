package gatebook.bench;

import gatebook.bench.process.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A window that a run started; see {@link gatebook.bench.window.WindowProcess}. */
final class WindowChild implements AutoCloseable {
    private static final List<String> WITHOUT_A_SCREEN =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Xlog:disable");

    private final Child child;
    private final Took start;

    /** Milliseconds from the start of the process until the window was usable. */
    record Took(double clock, double processor) {}

    /** How long the window's thread let somebody wait, in milliseconds. */
    record Waits(double of99, double longest) {}

    private WindowChild(Child child) {
        this.child = child;
        List<Double> said = numbers(child.line());
        this.start = new Took(said.get(0), said.get(1));
    }

    /** Starts it and waits until it is usable; {@code words} say which, {@code options} are of the JVM. */
    static WindowChild start(Surroundings surroundings, List<String> options, List<String> words) {
        List<String> all = new ArrayList<>(WITHOUT_A_SCREEN);
        all.addAll(options);
        return new WindowChild(Child.start(all, Bench.class, words, surroundings.log("window")));
    }

    /** The option that makes starts quick, as the launcher's does: a cache of what a first one needed, made here. */
    static List<String> trained(Surroundings surroundings, String name, List<String> words) {
        Path cache = surroundings.setting().work().resolve(name + ".aot");
        start(surroundings, List.of("-XX:AOTCacheOutput=" + cache), words).close();
        if (!Files.exists(cache)) {
            throw new IllegalStateException("no cache was made; the log of the window says why");
        }
        return List.of("-XX:AOTCache=" + cache);
    }

    Took took() {
        return start;
    }

    /** Begins to ask its thread, until it shows that so many are inside, or until {@link #enough}. */
    void follow(long parked) {
        child.say(Long.toString(parked));
    }

    /** For the empty window, which shows nothing. */
    void enough() {
        child.say("enough");
    }

    /** Waits until what was to be followed is over. */
    Waits waits() {
        List<Double> said = numbers(child.line());
        return new Waits(said.get(0), said.get(1));
    }

    private static List<Double> numbers(String line) {
        return List.of(line.split(" ", -1)).stream().map(Double::valueOf).toList();
    }

    @Override
    public void close() {
        child.close();
    }
}
