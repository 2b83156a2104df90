package gatebook.store.backup;

import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.StoreFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One copying of a register: under another name, flushed to the disk and proven, and only then by its own name. */
final class Copying {
    /** What a copy leaves free, so that the gate can go on writing. */
    private static final long BYTES_LEFT_FREE = 64L << 20;

    private static final String UNPROVEN = ".unproven";
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private final Path register;
    private final Path target;
    private final Path folder;

    Copying(Path register, Path target) {
        this.register = register;
        this.target = target;
        this.folder = target.resolveSibling(".").normalize();
    }

    BackupResult carryOut(Instant now) {
        if (Files.exists(target, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return new BackupResult.TargetTaken(target);
        }
        try {
            Files.createDirectories(folder);
            removeAbandoned(now);
            long needed = bytes(register) + bytes(Path.of(register + "-wal")) + BYTES_LEFT_FREE;
            long free = Files.getFileStore(folder).getUsableSpace();
            return free < needed ? new BackupResult.NoRoom(needed, free) : copy();
        } catch (IOException e) {
            return new BackupResult.Failed(List.of(e.toString()));
        }
    }

    private BackupResult copy() throws IOException {
        Path unproven = Files.createTempFile(folder, "gatebook-", UNPROVEN);
        try {
            long lastAuditBefore;
            long lastAuditAfter;
            try (FileConnection source = FileConnection.readOnly(register)) {
                lastAuditBefore = lastAudit(source);
                source.copyInto(unproven);
                lastAuditAfter = lastAudit(source);
            }
            flush(unproven);
            return switch (Examined.examine(unproven)) {
                case Examined.Unsound(List<String> findings) -> new BackupResult.Failed(findings);
                case Examined.Sound(Holdings holdings)
                when holdings.lastAudit() < lastAuditBefore || holdings.lastAudit() > lastAuditAfter ->
                    new BackupResult.Failed(List.of(String.format(
                            Locale.ROOT,
                            "the copy ends at audit row %d, the register at %d",
                            holdings.lastAudit(),
                            lastAuditAfter)));
                case Examined.Sound(Holdings holdings) -> name(unproven, holdings);
            };
        } catch (StoreFault fault) {
            return new BackupResult.Failed(List.of(String.valueOf(fault.getMessage())));
        } finally {
            Files.deleteIfExists(unproven);
        }
    }

    private BackupResult name(Path unproven, Holdings holdings) throws IOException {
        try {
            // Not a plain rename, which would silently replace what came to stand there meanwhile.
            Files.createFile(target);
        } catch (FileAlreadyExistsException taken) {
            return new BackupResult.TargetTaken(target);
        }
        Files.move(unproven, target, StandardCopyOption.ATOMIC_MOVE);
        flushFolder();
        return new BackupResult.Made(target, holdings, List.of());
    }

    private static long lastAudit(FileConnection file) {
        return file.number("SELECT max(id) FROM audit_log");
    }

    private static long bytes(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the new name as durable as the content, where the system lets a folder be flushed. */
    private void flushFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folder and writes names through.
        }
    }

    private void removeAbandoned(Instant now) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(UNPROVEN)).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED_AFTER))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
