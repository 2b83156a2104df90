package gatebook.store.migration;

/** What bringing a file to this program's shape came to. */
public sealed interface Migrated {
    /** The file had this shape already; nothing was written. */
    record Current(SchemaVersion version) implements Migrated {}

    /** The steps after {@code from} were taken, each kept as a whole. */
    record Moved(SchemaVersion from, SchemaVersion to) implements Migrated {}

    /** A later program made the file; it was left as it is. */
    record TooNew(SchemaVersion found, SchemaVersion known) implements Migrated {}

    /** The file is another program's database; it was left as it is. */
    record Foreign() implements Migrated {}
}
