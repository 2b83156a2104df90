package gatebook.store.backup;

import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.StoreFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of backups of one register. Making one neither waits for writers nor holds them up. A copy counts once it
 * was read through, has the register's shape and holds what the register held at that moment; until then it has another
 * name. Thread-safe, between processes too.
 */
public final class Backups {
    private final Path folder;
    private final Clock clock;

    public Backups(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The backups by their names, newest first. */
    public List<Backup> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Backup::parse)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Backup::at).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest one that can be relied on, found by reading them through, newest first. */
    public Optional<Backup> newestGood() {
        return list().stream()
                .filter(backup -> Examined.examine(backup.file()) instanceof Examined.Sound)
                .findFirst();
    }

    /** Makes the regular backup if one is due and anything has changed, then drops what has had its time. */
    public BackupResult hourly(Path register) {
        Instant now = clock.instant();
        List<Backup> present = list();
        if (!Retention.isDue(present, now)) {
            return new BackupResult.NotDue();
        }
        if (!present.isEmpty() && sameAs(present.getFirst(), register)) {
            return new BackupResult.Unchanged(present.getFirst());
        }
        BackupResult result = make(register, Backup.Occasion.REGULAR);
        return result instanceof BackupResult.Made(Path file, Holdings holdings, List<Path> none)
                ? new BackupResult.Made(file, holdings, drop(Retention.surplus(list(), now)))
                : result;
    }

    /** Makes a backup now, in the folder. */
    public BackupResult make(Path register, Backup.Occasion occasion) {
        return copy(register, Backup.named(folder, clock.instant(), occasion).file());
    }

    /** Copies the register to a place of a person's choosing, proven like any backup. */
    public BackupResult copy(Path register, Path target) {
        return new Copying(register, target.toAbsolutePath()).carryOut(clock.instant());
    }

    private static boolean sameAs(Backup newest, Path register) {
        try (FileConnection then = FileConnection.readOnly(newest.file());
                FileConnection now = FileConnection.readOnly(register)) {
            return Holdings.of(then).equals(Holdings.of(now));
        } catch (StoreFault unreadable) {
            return false; // a new copy is made, which is what an unreadable one calls for
        }
    }

    private static List<Path> drop(List<Backup> surplus) {
        List<Path> dropped = new ArrayList<>();
        for (Backup backup : surplus) {
            try {
                if (Files.deleteIfExists(backup.file())) {
                    dropped.add(backup.file());
                }
            } catch (IOException heldOpen) {
                // Somebody reads it; the next hour asks again.
            }
        }
        return dropped;
    }
}
