package gatebook.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Starts programs of this test's class path in JVMs of their own, quickly: from jars, and with an AOT cache once trained. */
final class QuickJava {
    private final Path folder;
    private final String classPath;

    private QuickJava(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** A cache takes nothing from folders, so each folder of the class path becomes a jar. */
    static QuickJava in(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(place);
            places.add(
                    Files.isDirectory(path) ? jar(path, folder.resolve("classes-" + places.size() + ".jar")) : place);
        }
        return new QuickJava(folder, String.join(File.pathSeparator, places));
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

    /** Runs a program to its end, so that the next ones start the faster. */
    void train(Class<?> program, String... words) throws IOException, InterruptedException {
        Process process = start("-XX:AOTCacheOutput=" + cache(), program, words);
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        if (process.waitFor() != 0) {
            throw new AssertionError("the training ended with " + process.exitValue());
        }
    }

    Process start(Class<?> program, String... words) throws IOException {
        return start("-XX:AOTCache=" + cache(), program, words);
    }

    private Process start(String cacheOption, Class<?> program, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                cacheOption,
                "-cp",
                classPath,
                program.getName()));
        command.addAll(Arrays.asList(words));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path cache() {
        return folder.resolve("program.aot");
    }
}
