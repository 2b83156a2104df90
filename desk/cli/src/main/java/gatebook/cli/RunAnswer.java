package gatebook.cli;

import gatebook.store.exchange.Tally;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;

/**
 * What a run of synchronizing came to, as an answer.
 *
 * @param run its number; 0 if it never got as far as having one
 */
record RunAnswer(long run, Tally tally, String outcome) {
    void document(JsonOut out) {
        out.object(() -> fields(out));
    }

    void fields(JsonOut out) {
        out.field("run", run)
                .field("outcome", outcome)
                .field("pushed", tally.pushed())
                .field("pulled", tally.pulled())
                .field("merged", tally.merged())
                .field("conflicts", tally.conflicts())
                .field("rejected", tally.rejected())
                .field("failed", tally.failed());
    }

    void words(PrintStream out) {
        out.println(line());
    }

    String line() {
        return (run == 0 ? "sync " : "run " + run + " ") + outcome + ": " + counts();
    }

    String counts() {
        return tally.pushed() + " sent, " + tally.pulled() + " fetched, " + tally.merged() + " merged, "
                + tally.conflicts() + " to decide, " + tally.rejected() + " refused";
    }
}
