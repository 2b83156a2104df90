package gatebook.sim.site;

import gatebook.store.file.DeskHome;
import gatebook.store.migration.Migrator;
import gatebook.store.sqlite.FileConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The files of one desk, which can be copied and put back as people do with files. */
final class DeskFolder {
    private final DeskHome home;

    DeskFolder(Path folder) {
        this.home = new DeskHome(folder);
    }

    DeskHome home() {
        return home;
    }

    /** An empty register of today's shape, copied rather than migrated anew each time. */
    void prepare(Path template) {
        quietly(() -> {
            Files.createDirectories(home.folder());
            Files.copy(template, home.register());
        });
    }

    /** Makes the register that is copied, with the log that it is opened with everywhere. */
    static void makeTemplate(Path file) {
        quietly(() -> Files.createFile(file));
        try (FileConnection connection = FileConnection.writable(file)) {
            new Migrator().migrate(connection);
            connection.run("PRAGMA journal_mode=WAL");
        }
    }

    /** Copies the register while it is in use, as a backup program does. */
    void copyRegister(Path target) {
        try (FileConnection connection = FileConnection.readOnly(home.register())) {
            connection.copyInto(target);
        }
    }

    /** Puts a copy in the place of the register; what else lies beside it stays. */
    void putBack(Path copy) {
        quietly(() -> {
            Files.deleteIfExists(home.log());
            Files.deleteIfExists(home.folder().resolve("gatebook.db-shm"));
            Files.copy(copy, home.register(), StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** Copies all files of a desk that is switched off. */
    void copyAllTo(DeskFolder other) {
        quietly(() -> {
            Files.createDirectories(other.home.folder());
            for (Path file : files(home.folder())) {
                if (Files.isRegularFile(file) && !file.getFileName().toString().endsWith("lock")) {
                    Files.copy(file, other.home.folder().resolve(file.getFileName()));
                }
            }
        });
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @FunctionalInterface
    private interface FileWork {
        void run() throws IOException;
    }

    private static void quietly(FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
