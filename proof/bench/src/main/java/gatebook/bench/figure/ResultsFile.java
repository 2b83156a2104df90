package gatebook.bench.figure;

import gatebook.wire.json.JsonOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two files of one measuring: for programs as JSON, for people as a table. */
public final class ResultsFile {
    private static final int DIGITS = 4;

    private ResultsFile() {}

    /** Writes {@code <name>.json} and {@code <name>.md}; answers the table. */
    public static String write(Path folder, String name, Machine machine, Instant at, List<RunResult> results) {
        String table = table(machine, at, results);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".json"), json(machine, at, results) + "\n");
            Files.writeString(folder.resolve(name + ".md"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static String json(Machine machine, Instant at, List<RunResult> results) {
        return JsonOut.text(out -> out.object(() -> {
            out.field("at", at);
            out.name("machine")
                    .object(() -> out.field("processor", machine.processor())
                            .field("cores", machine.cores())
                            .field("memory_mib", machine.memoryMib())
                            .field("jdk", machine.jdk())
                            .field("kernel", machine.kernel())
                            .field("commit", machine.commit())
                            .field("load", number(machine.load())));
            out.name("runs").array(() -> results.forEach(result -> out.object(() -> run(out, result))));
        }));
    }

    private static void run(JsonOut out, RunResult result) {
        out.field("run", result.run()).field("setting", result.setting());
        out.name("figures")
                .array(() -> result.figures()
                        .forEach(figure -> out.object(() -> out.field("what", figure.what())
                                .field("unit", figure.unit())
                                .field("floor", number(figure.floor()))
                                .field("ours", number(figure.ours()))
                                .field("ratio", number(figure.ratio()))
                                .field("bound", figure.bound())
                                .field("verdict", figure.verdict().name()))));
    }

    private static @Nullable BigDecimal number(@Nullable Double value) {
        return value == null ? null : new BigDecimal(value).round(new MathContext(DIGITS));
    }

    private static String table(Machine machine, Instant at, List<RunResult> results) {
        StringBuilder text = new StringBuilder("Measured ")
                .append(JsonOut.instantText(at))
                .append(" at commit ")
                .append(machine.commit())
                .append(" on ")
                .append(machine.cores())
                .append(" cores (")
                .append(machine.processor())
                .append("), ")
                .append(machine.memoryMib())
                .append(" MiB, ")
                .append(machine.kernel())
                .append(", ")
                .append(machine.jdk())
                .append("; load at the start ")
                .append(Figure.text(machine.load()))
                .append(
                        ".\n\n| run | what | floor | ours | ratio | bound | kept |\n|---|---|---:|---:|---:|---|---|\n");
        for (RunResult result : results) {
            for (Figure figure : result.figures()) {
                Double floor = figure.floor();
                Double ratio = figure.ratio();
                text.append("| ").append(result.run());
                text.append(" | ").append(figure.what());
                text.append(" | ").append(floor == null ? "" : Figure.text(floor) + " " + figure.unit());
                text.append(" | ")
                        .append(Figure.text(figure.ours()))
                        .append(' ')
                        .append(figure.unit());
                text.append(" | ").append(ratio == null ? "" : Figure.text(ratio));
                text.append(" | ").append(figure.bound());
                text.append(" | ").append(kept(figure.verdict())).append(" |\n");
            }
        }
        text.append('\n');
        results.forEach(result -> text.append("- ")
                .append(result.run())
                .append(": ")
                .append(result.setting())
                .append('\n'));
        return text.toString();
    }

    private static String kept(Figure.Verdict verdict) {
        return switch (verdict) {
            case KEPT -> "yes";
            case MISSED -> "**no**";
            case TOLD -> "";
        };
    }
}
