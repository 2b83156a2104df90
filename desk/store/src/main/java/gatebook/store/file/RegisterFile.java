package gatebook.store.file;

import gatebook.rules.entry.IdSource;
import gatebook.store.migration.Migrator;
import gatebook.store.sqlite.Disk;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.StoreFault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The way to a desk's register: makes sure that the file may be relied on before anybody reads or writes it. Any number of
 * processes may open it at once. Stateless.
 */
public final class RegisterFile {
    private final DeskHome home;
    private final Clock clock;
    private final IdSource ids;
    private final Disk disk;

    public RegisterFile(DeskHome home, Clock clock, IdSource ids) {
        this(home, clock, ids, Disk.PLAIN);
    }

    /** A register on a disk of the caller's. */
    public RegisterFile(DeskHome home, Clock clock, IdSource ids, Disk disk) {
        this.home = home;
        this.clock = clock;
        this.ids = ids;
        this.disk = disk;
    }

    /** Opens the register, making it where there never was one. */
    public Opening open(Scrutiny scrutiny) {
        return guarded(() -> {
            try {
                return attempt(scrutiny);
            } catch (StoreFault fault) {
                if (fault.kind() != StoreFault.Cause.DAMAGED) {
                    throw fault;
                }
                // A look at the head was not enough.
                return attempt(Scrutiny.THOROUGH);
            }
        });
    }

    /**
     * Makes an empty register although there are traces of an earlier one, and opens it: what a person decides after
     * {@link Opening.Missing}. What is left of the earlier one is moved aside; a register that is there is simply opened.
     */
    public Opening startAnew() {
        return guarded(() -> {
            if (!Files.exists(home.register())) {
                home.prepare();
                try (OsLock alone = Presence.alone(home).orElse(null)) {
                    if (alone == null) {
                        return new Opening.Refused(Opening.Reason.BUSY, home.register() + " is in use");
                    }
                    makeAnew();
                }
            }
            return attempt(Scrutiny.USUAL);
        });
    }

    private void makeAnew() throws IOException {
        Path aside = Aside.move(home, clock.instant());
        if (Files.exists(home.counters())) {
            Files.move(home.counters(), aside.resolve(home.counters().getFileName()));
        }
        home.createRegister();
        try (FileConnection file = FileConnection.writable(home.register())) {
            new Migrator().migrate(file);
        }
    }

    /** One at a time in this process, since the head of a file is not to be read while SQLite opens it. */
    private Opening attempt(Scrutiny scrutiny) throws IOException {
        synchronized (RegisterFile.class) {
            return new OpeningRegister(home, clock, ids, scrutiny, disk).open();
        }
    }

    @FunctionalInterface
    private interface Work {
        Opening carryOut() throws IOException;
    }

    private Opening guarded(Work work) {
        try {
            return work.carryOut();
        } catch (StoreFault fault) {
            return new Opening.Refused(reason(fault), String.valueOf(fault.getMessage()));
        } catch (IOException e) {
            return new Opening.Refused(reason(e), told(e));
        }
    }

    private static String told(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException file -> file.getFile() + " is a file, and a folder is needed there";
            case NoSuchFileException none -> none.getFile() + " cannot be made";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            case FileSystemException system
            when system.getReason() != null -> system.getFile() + ": " + system.getReason();
            default -> e.toString();
        };
    }

    static Opening.Reason reason(StoreFault fault) {
        return switch (fault.kind()) {
            case DISK_FULL -> Opening.Reason.DISK_FULL;
            case READ_ONLY -> Opening.Reason.NOT_WRITABLE;
            case BUSY -> Opening.Reason.BUSY;
            case DAMAGED -> Opening.Reason.DAMAGED_IN_USE;
            case DISK, CONSTRAINT, OTHER -> Opening.Reason.DISK;
        };
    }

    private static Opening.Reason reason(IOException e) {
        if (e instanceof AccessDeniedException
                || e instanceof FileAlreadyExistsException
                || e instanceof NoSuchFileException) {
            return Opening.Reason.NOT_WRITABLE;
        }
        String told = e instanceof FileSystemException system && system.getReason() != null ? system.getReason() : "";
        if (told.contains("No space left") || told.contains("not enough space")) {
            return Opening.Reason.DISK_FULL;
        }
        return told.contains("Read-only file system") ? Opening.Reason.NOT_WRITABLE : Opening.Reason.DISK;
    }
}
