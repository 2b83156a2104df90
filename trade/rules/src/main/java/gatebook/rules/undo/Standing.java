package gatebook.rules.undo;

import gatebook.rules.entry.Entry;

/**
 * A record as it stands now.
 *
 * @param entry its values; those that it had last, where it is voided
 */
public record Standing(Entry entry, Life life) {}
