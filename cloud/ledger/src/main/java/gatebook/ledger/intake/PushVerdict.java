package gatebook.ledger.intake;

import gatebook.wire.push.PushAnswer;

/** What a push comes to. */
public sealed interface PushVerdict {
    /** Each operation has its outcome, and what was applied is committed (or taken back, in a rehearsal). */
    record Judged(PushAnswer answer) implements PushVerdict {}

    /** The request's number is not above the desk's last one: another machine uses this identity. Nothing changed. */
    record DeskCloned() implements PushVerdict {}
}
