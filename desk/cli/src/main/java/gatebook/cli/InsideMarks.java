package gatebook.cli;

import gatebook.rules.entry.EntryId;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.EntryQueries;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The marks of entries whose vehicle came again though nobody wrote it out, as things stand at a desk now. */
record InsideMarks(Set<EntryId> earlier) {
    /** Asked of such an entry. */
    static final String EXIT_NOT_RECORDED = "exit not recorded?";

    static InsideMarks of(OpenDesk desk) {
        return new InsideMarks(new EntryQueries(desk.database()).exitsNotRecorded());
    }

    @Nullable
    String on(EntryId entry) {
        return earlier.contains(entry) ? EXIT_NOT_RECORDED : null;
    }

    /** The earlier one of the two entries that an open item is about; null where nothing of the kind is asked. */
    @Nullable
    EntryId earlier(ConflictItem item) {
        EntryId other = item.other();
        if (item.decision() != null || other == null) {
            return null; // nothing is asked, or not about two entries
        }
        return earlier.contains(item.record()) ? item.record() : earlier.contains(other) ? other : null;
    }
}
