package gatebook.ledger.history;

/** What reading a site's whole chain of hashes comes to. */
public sealed interface ChainVerdict {
    /** Every row is as it was written, none is missing, and the end is the one that the site remembers. */
    record Whole(long rows) implements ChainVerdict {}

    /** The first row that is missing, altered or out of place. */
    record Broken(long seq) implements ChainVerdict {}
}
