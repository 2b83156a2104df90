package gatebook.ledger.enrolment;

import gatebook.wire.device.EnrolmentAnswer;

/** What a desk's wish to join comes to. */
public sealed interface Enrolment {
    /** The desk is in; the token in the answer is shown this once. */
    record Enrolled(EnrolmentAnswer answer) implements Enrolment {}

    /** No such code, or it was used, or it is too old: which of them is not told. */
    record CodeRefused() implements Enrolment {}
}
