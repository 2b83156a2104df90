package gatebook.ledger.history;

/** What recomputing the hashes of a stretch of a site's history comes to. */
public sealed interface Walked {
    /** All of them are those of their content, up to this change; the site's end if that was reached. */
    record UpTo(long seq) implements Walked {}

    /** The first change that is missing, altered or out of place, or stands beyond the end that the site remembers. */
    record Broken(long seq) implements Walked {}
}
