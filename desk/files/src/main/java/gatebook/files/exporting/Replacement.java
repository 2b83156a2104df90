package gatebook.files.exporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts a new file in the place of an old one, which stays untouched until the new one is whole and on the disk. */
final class Replacement {
    private static final int BUFFER_BYTES = 1 << 16;

    private Replacement() {}

    /** Fills a file. */
    @FunctionalInterface
    interface Filling {
        void fill(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target, flushes to the disk, then renames.
     *
     * @throws IOException if writing fails; the target is then as it was, and nothing lies beside it
     */
    static void of(Path target, Filling filling) throws IOException {
        Path whole = target.toAbsolutePath();
        Path part = Files.createTempFile(whole.getParent(), "." + whole.getFileName() + ".", ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
                filling.fill(out);
                out.flush();
                channel.force(true);
            }
            move(part, whole);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
