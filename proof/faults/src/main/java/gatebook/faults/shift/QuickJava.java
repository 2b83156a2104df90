package gatebook.faults.shift;

import java.io.File;
import java.io.IOException;
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
        List<String> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(place);
            // A cache takes nothing from folders.
            places.add(Files.isDirectory(path) ? jar(path, home.resolve("classes-" + places.size() + ".jar")) : place);
        }
        QuickJava java = new QuickJava(home, String.join(File.pathSeparator, places));
        java.train();
        return java;
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

    private void train() throws IOException, InterruptedException {
        Path desk = library.resolveSibling("trained");
        Process process = new ProcessBuilder(command(
                        "-XX:AOTCacheOutput=" + cache,
                        ShiftProgram.class,
                        List.of(desk.toString(), "1", Integer.toString(Shift.LENGTH))))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the training ended with " + process.exitValue());
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
