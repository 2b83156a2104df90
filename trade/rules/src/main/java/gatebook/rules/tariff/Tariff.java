package gatebook.rules.tariff;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stay costs for one class of vehicle, from one day on.
 *
 * @param type {@link #ANY} for every class that has no tariff of its own
 * @param validFrom the first entry time that it holds for
 * @param bands in the order of their begin, none within another
 * @param bandTolerance how far a stay may reach into what an {@link Band.Each} counts before it counts
 * @param capPerCycle what the bands of one cycle come to at most; null for no such limit
 * @param minimum whether the first band applies to a stay of no length
 */
public record Tariff(
        VehicleType type,
        Instant validFrom,
        FreeTime free,
        Cycle cycle,
        List<Band> bands,
        Duration bandTolerance,
        @Nullable Money capPerCycle,
        Minimum minimum,
        List<NightWindow> surcharges) {
    /** Stands for every class that has no tariff of its own. */
    public static final VehicleType ANY = new VehicleType("*");

    /** Whether a stay that reaches into no band costs something. */
    public enum Minimum {
        FIRST_BAND,
        NOTHING
    }

    public Tariff {
        bands = List.copyOf(bands);
        surcharges = List.copyOf(surcharges);
        Band.whole(bandTolerance, "a tolerance");
        for (int at = 1; at < bands.size(); at++) {
            Duration end = bands.get(at - 1).upTo();
            if (end == null || bands.get(at).after().compareTo(end) < 0) {
                throw new IllegalArgumentException("band " + (at + 1) + " begins before the one before it ends");
            }
        }
    }

    boolean isFor(VehicleType asked) {
        return !type.equals(ANY) && type.key().equals(asked.key());
    }
}
