package gatebook.checks.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All text files of the repository, read once; what the build makes and what tools keep for themselves is left out. */
public final class Tree {
    private static final Set<String> FOLDERS_LEFT_OUT = Set.of("target", "node_modules");
    private static final Set<String> DOTTED_FOLDERS_KEPT = Set.of(".ci", ".github", ".mvn");
    private static final long FILE_BYTES_MAX = 4_000_000;

    private static final Path ROOT = findRoot(Path.of("").toAbsolutePath());
    private static final List<SourceFile> FILES = read();

    private Tree() {}

    public static Path root() {
        return ROOT;
    }

    public static Stream<SourceFile> files() {
        return FILES.stream();
    }

    public static Stream<SourceFile> mainJava() {
        return files().filter(SourceFile::isMainJava);
    }

    public static Stream<SourceFile> testJava() {
        return files().filter(SourceFile::isTestJava);
    }

    public static Stream<SourceFile> markdown() {
        return files().filter(file -> file.path().endsWith(".md"));
    }

    public static Optional<SourceFile> file(String path) {
        return files().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The file that declares a top-level main class, named by its full name. */
    public static Optional<SourceFile> declaring(String className) {
        String end = "/src/main/java/" + className.replace('.', '/') + ".java";
        return files().filter(file -> file.path().endsWith(end)).findFirst();
    }

    static Path findRoot(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path pom = folder.resolve("pom.xml");
            if (Files.exists(pom) && textOf(pom).orElse("").contains("<modules>")) {
                return folder;
            }
        }
        throw new IllegalStateException("no pom.xml with modules at or above " + start);
    }

    private static List<SourceFile> read() {
        List<SourceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new Reader(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(SourceFile::path));
        return List.copyOf(files);
    }

    /** Empty if the file is no text. */
    private static Optional<String> textOf(Path file) {
        try {
            return Optional.of(Files.readString(file)).filter(text -> text.indexOf('\0') < 0);
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends SimpleFileVisitor<Path> {
        private final List<SourceFile> files;

        Reader(List<SourceFile> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean left =
                    FOLDERS_LEFT_OUT.contains(name) || name.startsWith(".") && !DOTTED_FOLDERS_KEPT.contains(name);
            return left && !folder.equals(ROOT) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = ROOT.relativize(file).toString().replace('\\', '/');
            boolean read = attributes.isRegularFile() && attributes.size() <= FILE_BYTES_MAX && !path.equals(".git");
            if (read) {
                textOf(file).ifPresent(text -> files.add(new SourceFile(path, text)));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
