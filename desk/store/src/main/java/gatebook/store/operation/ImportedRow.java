package gatebook.store.operation;

import gatebook.rules.entry.Entry;

/**
 * An entry of an older register.
 *
 * @param rawHash the SHA-256 of its raw text, in hex
 * @param occurrence 1 for the first object of this very text in its file, 2 for the second, and so on
 * @param raw the object as it stood in the file
 * @param entry what it says; its id and ticket number are given out when it is written
 */
public record ImportedRow(String rawHash, int occurrence, String raw, Entry entry) {}
