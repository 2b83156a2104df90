package gatebook.cli;

import gatebook.rules.money.Money;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.query.EveryEntry;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One desk of the demo: a home folder of its own, worked at by the very commands that people use. */
final class DemoDesk {
    private final String name;
    private final Path home;
    private final Surroundings around;

    DemoDesk(String name, Path home, Surroundings around) {
        this.name = name;
        this.home = home;
        this.around = around;
    }

    /** What a command answered. */
    record Answer(int code, String out, String err) {
        /** A number of the document; -1 if there is none. */
        long whole(String field) {
            Decoded<Long> read = JsonIn.read(out, JsonIn.Unknown.IGNORED, in -> {
                long[] found = {-1};
                in.object("", name -> {
                    if (name.equals(field)) {
                        found[0] = in.whole(name, 0);
                    }
                    return name.equals(field);
                });
                return found[0];
            });
            return read instanceof Decoded.Read<Long>(Long number) ? number : -1;
        }

        /** A text of the document; empty if there is none. */
        String text(String field) {
            Decoded<String> read = JsonIn.read(out, JsonIn.Unknown.IGNORED, in -> {
                @Nullable String[] found = {""};
                in.object("", name -> {
                    if (name.equals(field)) {
                        found[0] = in.isNull() ? "" : in.text(name);
                    }
                    return name.equals(field);
                });
                return found[0];
            });
            return read instanceof Decoded.Read<String>(String text) ? text : "";
        }
    }

    String name() {
        return name;
    }

    /** Runs a command with {@code --json} at this desk. */
    Answer run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings own = new Surroundings(
                print(out),
                print(err),
                around.clock(),
                around.nanos(),
                around.ids(),
                around.random(),
                around.environment(),
                around.stop());
        List<String> line = new ArrayList<>(List.of("--home", home.toString(), "--json"));
        line.addAll(List.of(words));
        int code = new CommandLineRun(own).run(line.toArray(String[]::new));
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The records as they stand in the file, by id. */
    SortedMap<String, String> records() {
        return at(desk -> {
            SortedMap<String, String> records = new TreeMap<>();
            new EveryEntry(desk.database()).each(entry -> records.put(entry.id().toString(), EntryJson.encode(entry)));
            return records;
        });
    }

    /** The fees of all records together. */
    Money fees() {
        return at(desk -> {
            Money[] sum = {Money.zero(desk.profile().currency())};
            new EveryEntry(desk.database())
                    .each(entry -> sum[0] = sum[0].plus(entry.stay().fee()));
            return sum[0];
        });
    }

    DeskProfile profile() {
        return at(OpenDesk::profile);
    }

    /** Opens the register, works with it, and closes it again. */
    <T> T at(Function<OpenDesk, T> reading) {
        GlobalOptions options = new GlobalOptions();
        options.home = home;
        List<T> read = new ArrayList<>();
        Ending ending = new Program(around, options).atDesk(desk -> {
            read.add(reading.apply(desk));
            return new Ending.Done();
        });
        if (read.isEmpty()) {
            throw new IllegalStateException("desk " + name + " cannot be opened: " + ending);
        }
        return read.getFirst();
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
