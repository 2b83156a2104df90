package gatebook.sim.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** All that is due at a site, in the order of virtual time; what is due at one time goes in the order in which it was noted. */
public final class Agenda {
    /** When every simulation begins. */
    public static final Instant BEGINNING = Instant.parse("2026-01-15T04:30:00Z");

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long nanos;
    private Duration skipped = Duration.ZERO;
    private long noted;
    private long done;

    private record Due(long nanos, long number, Runnable work) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return nanos != other.nanos ? Long.compare(nanos, other.nanos) : Long.compare(number, other.number);
        }
    }

    /** Since the beginning. */
    public Duration elapsed() {
        return Duration.ofNanos(nanos);
    }

    public Instant now() {
        return BEGINNING.plusNanos(nanos).plus(skipped);
    }

    /** Time passes in which nobody is awake: the clocks go on, and what is due is due as long from now as before. */
    public void skip(Duration time) {
        skipped = skipped.plus(time);
    }

    /** Since the beginning, by a clock on the wall. */
    public Duration passed() {
        return elapsed().plus(skipped);
    }

    /** How many pieces of work were done. */
    public long done() {
        return done;
    }

    public void after(Duration delay, Runnable work) {
        queue.add(new Due(nanos + Math.max(0, delay.toNanos()), noted++, work));
    }

    /** At a time since the beginning; at once if that has passed. */
    public void at(Duration time, Runnable work) {
        after(time.minusNanos(nanos), work);
    }

    /** Does what is due next; false if that lies beyond {@code end}, where time then stands. */
    public boolean step(Duration end) {
        Due next = queue.peek();
        if (next == null || next.nanos() > end.toNanos()) {
            nanos = Math.max(nanos, end.toNanos());
            return false;
        }
        queue.poll();
        nanos = next.nanos();
        done++;
        next.work().run();
        return true;
    }
}
