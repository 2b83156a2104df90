package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.entry.PaymentStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether both sides tell of money for one visit in two ways, which no rule may settle (decision 0009). */
final class MoneyOnBothSides {
    private MoneyOnBothSides() {}

    static boolean in(Sides sides) {
        boolean here = moved(sides, Side.LOCAL);
        boolean there = moved(sides, Side.REMOTE);
        if (here && there) {
            return sameTill(sides) ? receivedTwice(sides) : true;
        }
        return here && contests(sides, Side.REMOTE) || there && contests(sides, Side.LOCAL);
    }

    /** The side that alone received or gave back money since both agreed. */
    static Optional<Side> soleMover(Sides sides) {
        boolean here = moved(sides, Side.LOCAL);
        if (here == moved(sides, Side.REMOTE)) {
            return Optional.empty();
        }
        return Optional.of(here ? Side.LOCAL : Side.REMOTE);
    }

    /** Money was received or given back on the way from one version to the other, or its amount was set anew. */
    static boolean moved(Entry from, Entry to) {
        return isMoney(to.payment().status())
                && !(from.payment().equals(to.payment())
                        && from.stay().fee().equals(to.stay().fee()));
    }

    /** What a person needs to see of it: the amounts, and whatever of stay and payment differs. */
    static Set<Field> fields(Sides sides) {
        Set<Field> fields = EnumSet.of(Field.FEE, Field.PAYMENT_STATUS);
        Arrays.stream(Field.values())
                .filter(field -> field.group() == FieldGroup.STAY || field.group() == FieldGroup.PAYMENT)
                .filter(sides::differ)
                .forEach(fields::add);
        return fields;
    }

    private static boolean moved(Sides sides, Side side) {
        return moved(sides.origin(), sides.of(side));
    }

    private static boolean isMoney(PaymentStatus status) {
        return switch (status) {
            case PAID, REFUNDED -> true;
            case UNPAID, PENDING -> false;
        };
    }

    private static boolean sameTill(Sides sides) {
        return sides.local().stay().equals(sides.remote().stay())
                && sides.local().payment().equals(sides.remote().payment());
    }

    /**
     * Two desks that each wrote "Paid" for a visit known to be unpaid took money twice, though they wrote the same.
     * Without a base it may as well be one receipt that came to both.
     */
    private static boolean receivedTwice(Sides sides) {
        return sides.base() != null
                && sides.base().payment().status() != sides.local().payment().status();
    }

    /** The side that moved no money speaks against the other's: it names another fee, or takes an older payment back. */
    private static boolean contests(Sides sides, Side side) {
        boolean anotherFee = sides.changed(side, Field.FEE) && sides.differ(Field.FEE);
        boolean takesBack = isMoney(sides.origin().payment().status())
                && !isMoney(sides.of(side).payment().status());
        return anotherFee || takesBack;
    }
}
