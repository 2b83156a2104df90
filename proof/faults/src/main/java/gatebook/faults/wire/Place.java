package gatebook.faults.wire;

/**
 * A byte of a request or an answer.
 *
 * @param offset how many bytes of it go before
 */
record Place(Part part, int offset) {
    /** Which way the bytes go. */
    enum Part {
        REQUEST,
        ANSWER
    }

    /** Cut just before it. */
    Fault cut(Cut cut) {
        return switch (part) {
            case REQUEST -> Fault.requestCut(offset, cut);
            case ANSWER -> Fault.answerCut(offset, cut);
        };
    }

    /** One bit of it turned round. */
    Fault flipped(int bit) {
        return switch (part) {
            case REQUEST -> Fault.requestFlipped(offset, bit);
            case ANSWER -> Fault.answerFlipped(offset, bit);
        };
    }
}
