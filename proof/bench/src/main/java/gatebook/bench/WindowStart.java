package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.bench.sample.Samples;
import gatebook.rules.entry.Entry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From the start of the process until the window shows the day and takes a key, over a register of years. */
final class WindowStart implements Run {
    private static final double LIMIT_MILLIS = 3_000;
    private static final int INSIDE = 100;

    @Override
    public String name() {
        return "window-start";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        int count = surroundings.setting().loaded() * 3;
        int rounds = surroundings.setting().rounds();
        Path home = surroundings.fresh("desk");
        fill(home, count);
        List<String> empty = List.of(Bench.EMPTY_WINDOW);
        List<String> ours = List.of(Bench.WINDOW, home.toString());
        List<String> emptyCache = WindowChild.trained(surroundings, "empty", empty);
        List<String> ourCache = WindowChild.trained(surroundings, "ours", ours);
        Rounds[] floor = {new Rounds(), new Rounds()};
        Rounds[] warm = {new Rounds(), new Rounds()};
        Rounds[] cold = {new Rounds(), new Rounds()};
        Rounds[] bare = {new Rounds(), new Rounds()};
        for (int round = 0; round < rounds; round++) {
            dropFromMemory(home);
            note(floor, surroundings, emptyCache, empty);
            dropFromMemory(home);
            note(cold, surroundings, ourCache, ours);
            note(warm, surroundings, ourCache, ours);
            note(bare, surroundings, List.of(), ours);
        }
        Folders.delete(home);
        return new RunResult(
                name(),
                rounds + " starts of each in turn over a register of " + count + " entries, " + INSIDE
                        + " of them inside; cold: the programs, the caches and the register were dropped from memory"
                        + " first; the floor is an empty JavaFX window, cold, with a cache of its own",
                List.of(
                        Figure.atMost(LIMIT_MILLIS, "cold", "ms", floor[0].median(), cold[0].median()),
                        Figure.told("cold, of the processor", "ms", floor[1].median(), cold[1].median()),
                        Figure.told("warm", "ms", floor[0].median(), warm[0].median()),
                        Figure.told("warm, of the processor", "ms", floor[1].median(), warm[1].median()),
                        Figure.told("warm, without a cache", "ms", floor[0].median(), bare[0].median()),
                        Figure.told(
                                "warm, without a cache, of the processor", "ms", floor[1].median(), bare[1].median())));
    }

    private static void note(Rounds[] rounds, Surroundings surroundings, List<String> options, List<String> words) {
        try (WindowChild window = WindowChild.start(surroundings, options, words)) {
            rounds[0].add(window.took().clock());
            rounds[1].add(window.took().processor());
        }
    }

    private static void fill(Path home, int count) {
        Samples samples = new Samples(300);
        // Of the samples each fourth stands in the yard: here only the last ones do.
        List<Entry> entries = IntStream.range(0, count)
                .mapToObj(at -> at < count - INSIDE ? samples.visit(at / 3 * 4 + 1 + at % 3) : samples.arrival(at * 2))
                .toList();
        try (BenchDesk desk = BenchDesk.open(home)) {
            desk.queueAll(PushDrain.rows(entries));
        }
    }

    /** Asks the system to forget what it holds of the files that a start reads; they are read from the disk again. */
    private static void dropFromMemory(Path home) {
        List<Path> files = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            files.add(Path.of(place));
        }
        files.add(Path.of(System.getProperty("java.home"), "lib", "modules"));
        files.add(Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so"));
        try (Stream<Path> kept = Files.list(home);
                Stream<Path> caches = Files.list(home.resolveSibling(""))) {
            Stream.concat(kept, caches).filter(Files::isRegularFile).forEach(files::add);
            for (Path file : files) {
                new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
