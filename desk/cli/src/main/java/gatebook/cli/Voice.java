package gatebook.cli;

import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Says what a command has to say: the answer on stdout, in words or as one JSON document, everything else on stderr. */
final class Voice {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;

    Voice(PrintStream out, PrintStream err, GlobalOptions options) {
        this.out = out;
        this.err = err;
        this.json = options.json;
    }

    /** The answer: a document for programs, or words for people; only the one asked for is made. */
    void answer(Consumer<JsonOut> document, Consumer<PrintStream> words) {
        if (json) {
            document(document);
        } else {
            words.accept(out);
            out.flush();
        }
    }

    /** A document that only programs want. */
    void ifJson(Consumer<JsonOut> document) {
        if (json) {
            document(document);
        }
    }

    /** An answer that is a document whoever asks. */
    void document(Consumer<JsonOut> document) {
        JsonOut.write(out, document);
        out.println();
        out.flush();
    }

    /** Something beside the answer: progress, a warning, a refusal. */
    void aside(String words) {
        err.println(words);
        err.flush();
    }
}
