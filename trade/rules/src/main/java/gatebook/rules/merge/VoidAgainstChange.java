package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One side voided the record and the other holds it still (decision 0009). */
final class VoidAgainstChange {
    private VoidAgainstChange() {}

    /**
     * @param unchanged the verdict when the side that holds the entry did nothing, so that the void goes through
     * @param revived the verdict when both agreed on the void, so that the entry was brought back by a person
     */
    static Verdict decide(Optional<Image> base, Entry held, Verdict unchanged, Verdict revived) {
        if (base.isEmpty()) {
            return new Verdict.AskPerson(kind(Sides.of(base, held, held).origin(), held), List.of());
        }
        return switch (base.get()) {
            case Image.Voided() -> revived;
            case Image.Present(Entry agreed) -> {
                List<Field> changed = changed(agreed, held);
                yield changed.isEmpty() ? unchanged : new Verdict.AskPerson(kind(agreed, held), changed);
            }
        };
    }

    private static ConflictType kind(Entry from, Entry held) {
        return MoneyOnBothSides.moved(from, held)
                ? ConflictType.BUSINESS_RULE_VIOLATION
                : ConflictType.DATA_INCONSISTENCY;
    }

    private static List<Field> changed(Entry from, Entry held) {
        return Arrays.stream(Field.values())
                .filter(field -> field.group() != FieldGroup.IDENTITY)
                .filter(field -> !Objects.equals(field.in(from), field.in(held)))
                .toList();
    }
}
