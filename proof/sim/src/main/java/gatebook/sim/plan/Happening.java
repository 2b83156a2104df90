package gatebook.sim.plan;

import java.time.Duration;

/**
 * One thing that happens; what it comes to depends on its salt and on how things stand then, and not on what else is planned.
 *
 * @param desk at which, by its number
 */
public record Happening(Duration at, What what, int desk, long salt) {
    /** A person's doing, or the world's. */
    public sealed interface What {
        record Person(Act act) implements What {}

        record World(Fault fault) implements What {}

        /** All machines are switched off for so long, as at night and over a holiday. */
        record Night(Duration length) implements What {}

        /** A cloud of another version refuses some of what it is sent, for so long. */
        record Refusing(Duration length) implements What {}
    }

    @Override
    public String toString() {
        String name = switch (what) {
            case What.Person(Act act) -> act.name().toLowerCase(java.util.Locale.ROOT);
            case What.World(Fault fault) -> "*** " + fault;
            case What.Night(Duration length) -> "*** a night of " + length.toHours() + " h";
            case What.Refusing(Duration length) -> "*** the cloud is picky for " + length.toMinutes() + " min";
        };
        return String.format(java.util.Locale.ROOT, "%8.1f s  desk %d  %s", at.toMillis() / 1000.0, desk, name);
    }
}
