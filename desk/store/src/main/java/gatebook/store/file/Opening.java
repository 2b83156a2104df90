package gatebook.store.file;

import gatebook.rules.refusal.Refusal;
import gatebook.store.backup.Backup;
import gatebook.store.migration.SchemaVersion;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What opening a desk's register came to. Nothing but {@link Damaged} has moved a file, and nothing overwrites one. */
public sealed interface Opening {
    /** It is open; the caller closes it. */
    record Opened(Register register) implements Opening {}

    /** A later program made or migrated the file; it was left untouched, byte for byte. */
    record Newer(SchemaVersion found, SchemaVersion known) implements Opening {}

    /**
     * The file is no sound register. It was moved aside together with its log.
     *
     * @param movedTo the folder that holds it now
     * @param newestGood the newest backup that was found sound; null if there is none
     */
    record Damaged(
            List<String> findings, Path movedTo, @Nullable Backup newestGood) implements Opening {
        public Damaged {
            findings = List.copyOf(findings);
        }
    }

    /**
     * There is no register, but there was one: starting empty would hide that. Either a backup is restored or a person
     * asks for a new register.
     *
     * @param traces what tells of the earlier one
     * @param newestGood the newest backup that was found sound; null if there is none
     */
    record Missing(List<Path> traces, @Nullable Backup newestGood) implements Opening {
        public Missing {
            traces = List.copyOf(traces);
        }
    }

    /** It cannot be opened here and now; nothing was changed. */
    record Refused(Reason reason, String detail) implements Opening {}

    /** Why a register is not opened. */
    enum Reason {
        /** The folder is on another machine, where locks and shared memory do not hold. */
        NETWORK_FILE_SYSTEM(Refusal.UNFIT_PLACE),
        /** The folder is on FAT or exFAT, which keep neither rights nor a crash-safe order. */
        WEAK_FILE_SYSTEM(Refusal.UNFIT_PLACE),
        /** The file is a symbolic link or has a second name: two logs could come to stand beside one file. */
        LINKED(Refusal.UNFIT_PLACE),
        /** This SQLite has the defect that can damage a log under two writers. */
        SQLITE_TOO_OLD(Refusal.UNFIT_PLACE),
        NOT_WRITABLE(Refusal.READ_ONLY),
        DISK_FULL(Refusal.DISK_FULL),
        /** Another process holds the file longer than this one waits. */
        BUSY(Refusal.BUSY),
        /** It is damaged, and another process has it open: that one must end before it can be moved aside. */
        DAMAGED_IN_USE(Refusal.DAMAGED),
        /** It is another program's database. */
        NOT_A_REGISTER(Refusal.DAMAGED),
        /** The copy that is made before a migration could not be made. */
        NO_COPY(Refusal.DISK_FULL),
        /** The disk refused to read or write. */
        DISK(Refusal.DISK_FAILED);

        private final Refusal refusal;

        Reason(Refusal refusal) {
            this.refusal = refusal;
        }

        /** What a person is told; the detail says more. */
        public Refusal refusal() {
            return refusal;
        }
    }
}
