package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** What a merge would lose: the fields that a side set since both agreed and whose value does not stand. */
final class Overlaps {
    private Overlaps() {}

    static Set<Field> in(Sides sides, Entry result) {
        Set<Field> lost = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            for (Side side : Side.values()) {
                if (sides.changed(side, field) && !Objects.equals(field.in(result), field.in(sides.of(side)))) {
                    lost.add(field);
                }
            }
        }
        if (bothWroteOut(sides)) {
            Arrays.stream(Field.values())
                    .filter(field -> field.group() == FieldGroup.PAYMENT)
                    .filter(sides::differ)
                    .forEach(lost::add);
        }
        return lost;
    }

    /** Who writes a vehicle out says whether it paid, even where that leaves the payment as it was. */
    private static boolean bothWroteOut(Sides sides) {
        return sides.origin().isInside()
                && !sides.local().isInside()
                && !sides.remote().isInside();
    }
}
