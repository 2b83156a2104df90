package gatebook.ledger.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who uses a server: a locked file for each user. The lock of a process that died is gone, so nobody waits for the dead;
 * whoever leaves last switches the server off.
 */
final class Tenancy implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private Tenancy(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Moves in. */
    static Tenancy in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "user", ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.lock();
        return new Tenancy(file, channel);
    }

    /** Moves out. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** Whether anyone lives there still; clears away what the dead left. */
    static boolean isEmpty(Path folder) throws IOException {
        boolean empty = true;
        try (DirectoryStream<Path> users = Files.newDirectoryStream(folder, "user*.lock")) {
            for (Path user : users) {
                if (isDead(user)) {
                    Files.deleteIfExists(user);
                } else {
                    empty = false;
                }
            }
        }
        return empty;
    }

    private static boolean isDead(Path user) throws IOException {
        try (FileChannel channel = FileChannel.open(user, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false; // a user within this process
        }
    }
}
