package gatebook.store.file;

import gatebook.store.backup.Holdings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What putting a backup in the register's place would change; nothing has been changed. */
public sealed interface RestorePlan {
    /**
     * It can be done.
     *
     * @param coming what the backup holds
     * @param present what the register holds now; null if there is none, or it cannot be read
     * @param unsentOnlyHere operations of the register that the cloud lacks and the backup too
     * @param ticketComing the last ticket number that the backup gave out
     * @param ticketReached the last one that this desk is known to have given out; numbers go on after it
     */
    record Possible(
            Path backup,
            Holdings coming,
            @Nullable Holdings present,
            long unsentOnlyHere,
            long ticketComing,
            long ticketReached)
            implements RestorePlan {}

    /** The backup cannot be relied on, or is not this desk's. */
    record Unusable(List<String> findings) implements RestorePlan {
        public Unusable {
            findings = List.copyOf(findings);
        }
    }
}
