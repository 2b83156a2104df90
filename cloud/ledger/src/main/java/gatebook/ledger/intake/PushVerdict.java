package gatebook.ledger.intake;

import gatebook.ledger.feed.HistoryFault;
import gatebook.wire.push.PushAnswer;

/** What a push comes to. */
public sealed interface PushVerdict {
    /** Each operation has its outcome, and what was applied is committed (or taken back, in a rehearsal). */
    record Judged(PushAnswer answer) implements PushVerdict {}

    /** The request's number is not above the desk's last one: another machine uses this identity. Nothing changed. */
    record DeskCloned() implements PushVerdict {}

    /**
     * The desk has followed another history than this site now has: it knows of changes that were lost here, and what it
     * sends was made on top of them. Nothing changed but the number of the desk's requests.
     */
    record HistoryChanged(HistoryFault fault) implements PushVerdict {}
}
