package gatebook.ledger.entries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search comes to. */
public sealed interface EntriesFound {
    /** The latest entry time first; {@code next} is null on the last page. */
    record Page(List<StoredEntry> entries, @Nullable PageToken next) implements EntriesFound {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** The page token was not given out by this ledger. */
    record TokenRefused() implements EntriesFound {}
}
