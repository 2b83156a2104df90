package gatebook.bench.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** On what, and with which code, a run was made. */
public record Machine(
        String processor, int cores, long memoryMib, String jdk, String kernel, String commit, double load) {

    /** This machine; {@code checkout} is the folder whose commit is meant. */
    public static Machine here(Path checkout) {
        return new Machine(
                lineOf(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                commit(checkout),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }

    private static long memory() {
        String kib = lineOf(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        return kib.isEmpty() ? 0 : Long.parseLong(kib) / 1_024;
    }

    private static String lineOf(Path file, String name) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException anotherSystem) {
            return "";
        }
    }

    private static String commit(Path checkout) {
        String head = git(checkout, "rev-parse", "--short=12", "HEAD");
        return git(checkout, "status", "--porcelain", "--untracked-files=no").isEmpty() ? head : head + " with changes";
    }

    private static String git(Path checkout, String... words) {
        try {
            java.util.List<String> command =
                    new java.util.ArrayList<>(java.util.List.of("git", "-C", checkout.toString()));
            command.addAll(java.util.List.of(words));
            Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
