package gatebook.store.file;

import java.nio.file.Path;
import java.util.List;

/** What putting a backup in the register's place came to. */
public sealed interface Restored {
    /**
     * The backup is the register now, under a new incarnation.
     *
     * @param did what was said before, counted anew
     * @param carriedOver unsent operations that came along from the file before
     * @param movedTo the folder that holds the file before
     */
    record Done(RestorePlan.Possible did, long carriedOver, Path movedTo) implements Restored {}

    /** The backup cannot be relied on; nothing was changed. */
    record Unusable(List<String> findings) implements Restored {
        public Unusable {
            findings = List.copyOf(findings);
        }
    }

    /** A program of this desk has the register open; nothing was changed. */
    record InUse() implements Restored {}

    /**
     * These unsent operations could not be brought along, since other records of the backup hold their vehicle and time;
     * nothing was changed. A person decides whether to leave them behind.
     */
    record WouldLose(List<String> operations) implements Restored {
        public WouldLose {
            operations = List.copyOf(operations);
        }
    }
}
