package gatebook.ledger.entries;

import java.util.List;
import java.util.Optional;

/** What a search comes to. */
public sealed interface EntriesFound {
    /** The latest entry time first; {@code next} is there while more follow. */
    record Page(List<StoredEntry> entries, Optional<PageToken> next) implements EntriesFound {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** The page token was not given out by this ledger. */
    record TokenRefused() implements EntriesFound {}
}
