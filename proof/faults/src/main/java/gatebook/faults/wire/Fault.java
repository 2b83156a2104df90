package gatebook.faults.wire;

import java.io.IOException;

/** What the line does with a request. */
@FunctionalInterface
public interface Fault {
    /** Carries it there and the answer back. */
    Fault NONE = passing -> passing.answer(passing.asked().bytes());

    void meet(Passing passing) throws IOException;

    /** The first bytes of the request go through, then the line is cut. */
    static Fault requestCut(int after, Cut cut) {
        return passing -> passing.cutAfter(after, cut);
    }

    /** The cloud has the request; the first bytes of its answer go through, then the line is cut. */
    static Fault answerCut(int after, Cut cut) {
        return passing -> {
            passing.answer(passing.asked().until(after));
            passing.hangUp(cut);
        };
    }

    /** The cloud gets the request with one bit turned round. */
    static Fault requestFlipped(int at, int bit) {
        return passing -> {
            passing.answer(passing.asked(passing.request().flipped(at, bit)).bytes());
            passing.hangUp(Cut.FIN);
        };
    }

    /** The desk gets the answer with one bit turned round. */
    static Fault answerFlipped(int at, int bit) {
        return passing -> {
            passing.answer(passing.asked().flipped(at, bit));
            passing.hangUp(Cut.FIN);
        };
    }
}
