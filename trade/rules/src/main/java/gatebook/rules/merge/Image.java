package gatebook.rules.merge;

import gatebook.rules.entry.Entry;

/** What one side holds of a record. */
public sealed interface Image {
    /** The record is there. */
    record Present(Entry entry) implements Image {}

    /** The record was voided; only its tombstone is left. */
    record Voided() implements Image {}
}
