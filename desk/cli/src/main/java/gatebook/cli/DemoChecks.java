package gatebook.cli;

import java.io.PrintStream;

/** Says each step of the demo in plain words, and each check with what it came to. */
final class DemoChecks {
    private final PrintStream out;
    private int steps;
    private int held;
    private int broken;

    DemoChecks(PrintStream out) {
        this.out = out;
    }

    void step(String words) {
        out.println();
        out.println(++steps + ". " + words);
        out.flush();
    }

    void say(String words) {
        out.println("   " + words);
        out.flush();
    }

    void that(String promise, boolean holds) {
        if (holds) {
            held++;
        } else {
            broken++;
        }
        out.println((holds ? "   [ok] " : "   [NOT SO] ") + promise);
        out.flush();
    }

    /** As the other, for two values that must be equal; both are shown when they are not. */
    void equal(String promise, Object expected, Object found) {
        boolean same = expected.equals(found);
        that(same ? promise + ": " + found : promise + ": expected " + expected + ", found " + found, same);
    }

    int held() {
        return held;
    }

    int broken() {
        return broken;
    }
}
