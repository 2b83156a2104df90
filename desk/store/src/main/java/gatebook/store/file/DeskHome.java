package gatebook.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder in which one desk keeps all that is its own. Only its owner can look into it, where the system has owners. */
public record DeskHome(Path folder) {
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

    public DeskHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The register itself. */
    public Path register() {
        return folder.resolve("gatebook.db");
    }

    /** What was committed and is not in the register's own file yet. */
    public Path log() {
        return folder.resolve("gatebook.db-wal");
    }

    Path logIndex() {
        return folder.resolve("gatebook.db-shm");
    }

    public Path backups() {
        return folder.resolve("backups");
    }

    /** Where registers are moved that are damaged or that a backup took the place of; one folder each. */
    public Path aside() {
        return folder.resolve("aside");
    }

    public Path counters() {
        return folder.resolve("counters");
    }

    /** What a first transaction writes before the register has a log. */
    Path journal() {
        return folder.resolve("gatebook.db-journal");
    }

    /** Whether something committed, or to be taken back, lies beside the register and not in it. */
    boolean hasLog() throws IOException {
        return Files.exists(log()) && Files.size(log()) > 0 || hasJournal();
    }

    /** Whether a first transaction was cut off and is to be taken back. */
    boolean hasJournal() throws IOException {
        return Files.exists(journal()) && Files.size(journal()) > 0;
    }

    /** What tells of a register when there is none. A journal without content is only its making, cut off. */
    List<Path> traces() throws IOException {
        List<Path> traces = new ArrayList<>();
        for (Path file : List.of(log(), counters())) {
            if (Files.exists(file)) {
                traces.add(file);
            }
        }
        if (hasJournal()) {
            traces.add(journal());
        }
        for (Path each : List.of(backups(), aside())) {
            if (Files.isDirectory(each)) {
                try (Stream<Path> files = Files.list(each)) {
                    files.sorted().forEach(traces::add);
                }
            }
        }
        return List.copyOf(traces);
    }

    Path presenceLock() {
        return folder.resolve("gatebook.lock");
    }

    Path syncLock() {
        return folder.resolve("sync.lock");
    }

    Path windowLock() {
        return folder.resolve("window.lock");
    }

    Path nativeLibrary() {
        return folder.resolve("native");
    }

    /** Makes the folders and gives SQLite's native library a place of ours; must come before the first use of SQLite. */
    void prepare() throws IOException {
        for (Path each : new Path[] {folder, backups(), nativeLibrary()}) {
            Files.createDirectories(each);
            restrictFolder(each);
        }
        NativeLibrary.place(nativeLibrary());
    }

    /** Makes an empty register that only its owner can read; SQLite gives the files beside it the same rights. */
    void createRegister() throws IOException {
        if (!Files.exists(register())) {
            Files.createFile(register());
            flushNames();
        }
        restrictFile(register());
    }

    /** So that no power cut leaves the name of a journal, and not that of the register it belongs to. */
    private void flushNames() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folder and writes names through.
        }
    }

    static void restrictFolder(Path path) throws IOException {
        restrict(path, OWNER_FOLDER);
    }

    static void restrictFile(Path path) throws IOException {
        restrict(path, OWNER_FILE);
    }

    private static void restrict(Path path, Set<PosixFilePermission> rights) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null && !view.readAttributes().permissions().equals(rights)) {
            view.setPermissions(rights);
        }
    }
}
