package gatebook.sim.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The wall clock of one machine: ahead or behind, too fast or too slow, and set by somebody now and then. */
public final class DeskClock extends Clock {
    private final Agenda agenda;
    private final long driftPerMillion;
    private Duration ahead;

    public DeskClock(Agenda agenda, Duration ahead, long driftPerMillion) {
        this.agenda = agenda;
        this.ahead = ahead;
        this.driftPerMillion = driftPerMillion;
    }

    /** Somebody sets it. */
    public void jump(Duration by) {
        ahead = ahead.plus(by);
    }

    /** From now on it is right. */
    public void setRight() {
        ahead = drift().negated();
    }

    /** What the other clock of the machine says, which only goes forward. */
    public long nanos() {
        return agenda.elapsed().toNanos();
    }

    @Override
    public Instant instant() {
        return agenda.now().plus(ahead).plus(drift());
    }

    private Duration drift() {
        return agenda.elapsed().multipliedBy(driftPerMillion).dividedBy(1_000_000);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
