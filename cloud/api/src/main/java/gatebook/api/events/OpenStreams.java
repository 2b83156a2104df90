package gatebook.api.events;

import gatebook.ledger.site.DeviceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All lines open in this process: a few a desk, of which the oldest gives way to a new one (a desk whose line died
 * without a word must be able to call again), and a limit for all. Thread-safe.
 */
public final class OpenStreams {
    static final int DESK_STREAMS_MAX = 3;
    private static final int STREAMS_MAX = 10_000;

    private final Map<DeviceId, Deque<EventStream>> open = new HashMap<>();
    private int count;
    private boolean closed;

    /** Takes the stream in; false if this process has no room, or is about to stop. */
    synchronized boolean add(EventStream stream) {
        Deque<EventStream> ofDesk = open.computeIfAbsent(stream.caller().desk().device(), desk -> new ArrayDeque<>());
        if (closed || count >= STREAMS_MAX) {
            return false;
        }
        while (ofDesk.size() >= DESK_STREAMS_MAX) {
            ofDesk.removeFirst().end();
            count--;
        }
        ofDesk.addLast(stream);
        count++;
        return true;
    }

    synchronized void remove(EventStream stream) {
        DeviceId desk = stream.caller().desk().device();
        Deque<EventStream> ofDesk = open.getOrDefault(desk, new ArrayDeque<>());
        if (ofDesk.remove(stream)) {
            count--;
        }
        if (ofDesk.isEmpty()) {
            open.remove(desk);
        }
    }

    /** How many lines are open. */
    public synchronized int count() {
        return count;
    }

    /** Ends all lines and lets no new one in. */
    public void close() {
        List<EventStream> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            open.values().forEach(all::addAll);
        }
        all.forEach(EventStream::end);
    }
}
