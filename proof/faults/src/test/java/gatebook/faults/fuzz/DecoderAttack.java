package gatebook.faults.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coverage-guided fuzzing by Jazzer, a process for each decoder: {@code --minutes N} in all, {@code --decoder NAME} for
 * one. An input that breaks a law is kept among the resources, where the tests try it again for ever.
 */
public final class DecoderAttack {
    private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");

    private DecoderAttack() {}

    public static void main(String... words) throws IOException, InterruptedException {
        Orders orders = Orders.of(words);
        String only = orders.word("decoder", "");
        List<Decoder> attacked = only.isEmpty() ? Decoders.ALL : List.of(Decoders.named(only));
        long secondsEach = Math.max(5, orders.number("minutes", 5) * 60 / attacked.size());
        Path corpora = Files.createTempDirectory("corpora-");
        long violations = 0;
        for (Decoder decoder : attacked) {
            Figure figure = attack(decoder, corpora.resolve(decoder.name()), secondsEach);
            System.out.println(figure.json());
            violations += figure.violations();
        }
        System.exit(violations == 0 ? 0 : 1);
    }

    private static Figure attack(Decoder decoder, Path corpus, long seconds) throws IOException, InterruptedException {
        Files.createDirectories(corpus);
        for (int at = 0; at < decoder.seeds().size(); at++) {
            Files.write(corpus.resolve("seed-" + at), decoder.seeds().get(at));
        }
        Path kept = Files.createDirectories(Seeds.KEPT.resolve(decoder.name()));
        Process jazzer = new ProcessBuilder(command(decoder, corpus, kept, seconds))
                .redirectErrorStream(true)
                .start();
        long runs = 0;
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = jazzer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher count = RUNS.matcher(line);
                runs = count.find() ? Long.parseLong(count.group(1)) : runs;
                said.add(line);
            }
        }
        boolean broken = jazzer.waitFor() != 0;
        if (broken) {
            said.subList(Math.max(0, said.size() - 60), said.size()).forEach(System.err::println);
        } else if (Seeds.kept(decoder).isEmpty()) {
            Files.delete(kept);
        }
        return new Figure("decoder " + decoder.name(), runs, broken ? 1 : 0, seconds);
    }

    private static List<String> command(Decoder decoder, Path corpus, Path kept, long seconds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-Xmx768m",
                "-D" + CoverageGuided.DECODER + "=" + decoder.name(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + CoverageGuided.class.getName(),
                "--instrumentation_includes=gatebook.**:tools.jackson.core.**",
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
                "--reproducer_path=" + corpus.getParent(),
                "-artifact_prefix=" + kept + "/",
                "-print_final_stats=1",
                "-timeout=120",
                "-max_len=8000",
                "-max_total_time=" + seconds,
                corpus.toString());
    }
}
