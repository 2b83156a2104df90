package gatebook.faults.shift;

import gatebook.cli.Gatebook;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * How programs of this class path are started in a JVM of their own that is there quickly: from jars, by an AOT cache.
 */
public final class QuickJava {
    private final Path library;
    private final Path cache;
    private final String classPath;

    private QuickJava(Path home, String classPath) {
        this.library = home.resolve("native");
        this.cache = home.resolve("shift.aot");
        this.classPath = classPath;
    }

    /**
     * Prepares it by a whole shift.
     *
     * @param home a desk's folder that was opened before: its copy of SQLite's library serves all the others
     */
    public static QuickJava of(Path home) throws IOException, InterruptedException {
        QuickJava java = untrained(home);
        Path desk = home.resolve("trained");
        ended(java.training(ShiftProgram.class, desk.toString(), "1", Integer.toString(Shift.LENGTH)));
        return java;
    }

    /**
     * Prepares it by a server that comes up and is told to end.
     *
     * @param home an empty folder
     */
    public static QuickJava ofServer(Path home) throws IOException, InterruptedException {
        QuickJava java = untrained(home);
        Path data = home.resolve("trained");
        Process server = java.training(
                Gatebook.class, "server", "--host", "127.0.0.1", "--port", "0", "--json", "--data", data.toString());
        server.getInputStream().read(); // says where it is once it is up
        server.toHandle().destroy(); // what it says stays readable
        ended(server);
        return java;
    }

    private static QuickJava untrained(Path home) throws IOException {
        List<String> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(place);
            // A cache takes nothing from folders.
            places.add(Files.isDirectory(path) ? jar(path, home.resolve("classes-" + places.size() + ".jar")) : place);
        }
        return new QuickJava(home, String.join(File.pathSeparator, places));
    }

    private static String jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> found = Files.walk(classes)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar.toString();
    }

    /** A life after which the next ones are quicker. */
    private Process training(Class<?> program, String... words) throws IOException {
        return new ProcessBuilder(command("-XX:AOTCacheOutput=" + cache, program, List.of(words)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void ended(Process training) throws IOException, InterruptedException {
        training.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (training.waitFor() != 0) {
            throw new IllegalStateException("the training ended with " + training.exitValue());
        }
    }

    /** The words of the command, without any tool that it may be run under. */
    public List<String> command(Class<?> program, String... words) {
        return command("-XX:AOTCache=" + cache, program, List.of(words));
    }

    private List<String> command(String cacheOption, Class<?> program, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                cacheOption,
                "-Dorg.sqlite.lib.path=" + library,
                "-Dorg.sqlite.tmpdir=" + library,
                "-cp",
                classPath,
                program.getName()));
        command.addAll(words);
        return command;
    }
}
