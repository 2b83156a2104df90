package gatebook.ledger.entries;

import gatebook.rules.entry.EntryId;

/**
 * A live entry as the cloud holds it.
 *
 * @param version rises by one with each change; the entity tag over HTTP
 * @param remoteId unique within the site
 * @param data the image as {@link gatebook.wire.entry.EntryJson} wrote it
 */
public record StoredEntry(EntryId id, long version, long remoteId, String data) {}
