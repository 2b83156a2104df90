package gatebook.ledger.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who uses a server: a locked file for each user. The lock of a process that died is gone, so nobody waits for the dead;
 * whoever leaves last switches the server off.
 */
final class Tenancy implements AutoCloseable {
    /** Of this process: closing any channel to a file that it has locked would give the lock away. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Tenancy(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Moves in. */
    static Tenancy in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "user", ".lock").toRealPath();
        OURS.add(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.lock();
        return new Tenancy(file, channel);
    }

    /** Whether this user has not moved out. */
    boolean isHere() {
        return channel.isOpen();
    }

    /** Moves out. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
        OURS.remove(file);
    }

    /** Whether anyone lives there still; clears away what the dead left. */
    static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
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
        if (OURS.contains(user.toRealPath())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(user, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }
}
