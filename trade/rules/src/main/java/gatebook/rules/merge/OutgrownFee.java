package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Stay;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A fee that one side computed from a class or time which the other side corrected. The amount stands, as it may be in
 * the till already; the difference is recorded.
 */
final class OutgrownFee {
    private static final List<Field> BASIS = List.of(Field.VEHICLE_TYPE, Field.ENTRY_TIME, Field.EXIT_TIME);

    private OutgrownFee() {}

    /** The fee and what it no longer agrees with; empty if the fee fits the result or was set by hand. */
    static Set<Field> in(Sides sides, Entry result) {
        Stay stay = result.stay();
        List<Side> computedBy = Arrays.stream(Side.values())
                .filter(side -> sides.changed(side, Field.FEE)
                        && sameCharge(sides.of(side).stay(), stay))
                .toList();
        Set<Field> outgrown = EnumSet.noneOf(Field.class);
        if (stay.feeManuallySet() || computedBy.isEmpty()) {
            return outgrown;
        }
        for (Side side : computedBy) {
            Set<Field> off = EnumSet.noneOf(Field.class);
            BASIS.stream().filter(field -> !fits(field, sides.of(side), result)).forEach(off::add);
            if (off.isEmpty()) {
                return off;
            }
            outgrown.addAll(off);
        }
        outgrown.add(Field.FEE);
        return outgrown;
    }

    private static boolean sameCharge(Stay one, Stay other) {
        return one.fee().equals(other.fee()) && Objects.equals(one.computedFee(), other.computedFee());
    }

    private static boolean fits(Field field, Entry priced, Entry result) {
        return field == Field.VEHICLE_TYPE
                ? priced.description()
                        .vehicleType()
                        .key()
                        .equals(result.description().vehicleType().key())
                : Objects.equals(field.in(priced), field.in(result));
    }
}
