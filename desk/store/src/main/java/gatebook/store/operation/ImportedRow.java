package gatebook.store.operation;

import gatebook.rules.entry.Entry;

/**
 * An entry of an older register.
 *
 * @param rawHash the SHA-256 of its content, in hex; the same for a copy that only lays it out otherwise
 * @param occurrence 1 for the first object of this very content in its file, 2 for the second, and so on
 * @param raw the object as it stood in the file
 * @param entry what it says; its id and ticket number are given out when it is written
 */
public record ImportedRow(String rawHash, int occurrence, String raw, Entry entry) {}
