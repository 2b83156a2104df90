package gatebook.sim.site;

import gatebook.sim.time.Agenda;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** What happened, as a rolling hash by which two runs are compared, and its last lines as people read them. */
public final class Trace {
    private static final int LINES_MAX = 50_000;
    private static final int LANE_WIDTH = 34;
    private static final long PRIME = 1_099_511_628_211L;

    private final Agenda agenda;
    private final Deque<String> lines = new ArrayDeque<>();
    private final boolean keeping;
    private long hash = 0xcbf29ce484222325L;

    /** A trace that keeps its hash alone. */
    public static Trace hashing(Agenda agenda) {
        return new Trace(agenda, false);
    }

    /** A trace that can be read as well. */
    public static Trace keeping(Agenda agenda) {
        return new Trace(agenda, true);
    }

    private Trace(Agenda agenda, boolean keeping) {
        this.agenda = agenda;
        this.keeping = keeping;
    }

    /** Something happened in a lane: 0 for the cloud, 1 for the first desk. */
    public void note(int lane, String what) {
        long millis = agenda.elapsed().toMillis();
        add(millis);
        add(lane);
        for (int at = 0; at < what.length(); at++) {
            add(what.charAt(at));
        }
        if (keeping) {
            if (lines.size() == LINES_MAX) {
                lines.removeFirst();
            }
            lines.add(String.format(Locale.ROOT, "%9.3f  %s%s", millis / 1000.0, " ".repeat(lane * LANE_WIDTH), what));
        }
    }

    private void add(long value) {
        hash = (hash ^ value) * PRIME;
    }

    public long hash() {
        return hash;
    }

    /** A lane for the cloud and one for each desk, from left to right. */
    public String lanes() {
        return String.join("\n", lines);
    }
}
