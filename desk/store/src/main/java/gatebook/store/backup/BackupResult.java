package gatebook.store.backup;

import java.nio.file.Path;
import java.util.List;

/** What making a copy came to. */
public sealed interface BackupResult {
    /**
     * The copy lies there, proven.
     *
     * @param dropped older ones that had their time and were removed after it
     */
    record Made(Path file, Holdings holdings, List<Path> dropped) implements BackupResult {
        public Made {
            dropped = List.copyOf(dropped);
        }
    }

    /** The last hour has one. */
    record NotDue() implements BackupResult {}

    /** No record was changed since the newest one. */
    record Unchanged(Backup newest) implements BackupResult {}

    /** It would leave the gate too little of the disk; nothing was written. */
    record NoRoom(long bytesNeeded, long bytesFree) implements BackupResult {}

    /** Something has that name already and was left alone. */
    record TargetTaken(Path file) implements BackupResult {}

    /** The copy did not pass its check, or could not be made; nothing of it was kept. */
    record Failed(List<String> findings) implements BackupResult {
        public Failed {
            findings = List.copyOf(findings);
        }
    }
}
