package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From which side a person takes each field. Fields that only make sense together come from one side: taking one of them
 * takes its group.
 */
public record Choice(Map<Field, Side> taken) {
    /** Nothing said of any field. */
    public static final Choice NONE = new Choice(Map.of());

    public Choice {
        taken = Map.copyOf(taken);
    }

    /** These fields, all from one side. */
    static Choice of(List<Field> fields, Side side) {
        Map<Field, Side> taken = new EnumMap<>(Field.class);
        fields.forEach(field -> taken.put(field, side));
        return new Choice(taken);
    }

    /** What is wrong with it, in the order of {@link Field}; empty if it can be followed. */
    List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        Map<FieldGroup, Field> leading = new EnumMap<>(FieldGroup.class);
        for (Field field : Field.values()) {
            Side side = taken.get(field);
            if (side == null) {
                continue;
            }
            if (field.group() == FieldGroup.IDENTITY) {
                faults.add(new FieldError(field.text(), FieldFault.NOT_SETTABLE, "was given out and is not chosen"));
            } else if (field.group() != FieldGroup.DESCRIPTION) {
                Field first = leading.computeIfAbsent(field.group(), group -> field);
                if (taken.get(first) != side) {
                    String detail = "comes from the same side as " + first.text();
                    faults.add(new FieldError(field.text(), FieldFault.CONTRADICTS, detail));
                }
            }
        }
        return List.copyOf(faults);
    }

    /** An entry with what was taken; the rest of it stays. */
    Entry in(Entry entry, Entry local, Entry remote) {
        Entry result = entry;
        for (Map.Entry<Field, Side> one : taken.entrySet()) {
            result = one.getKey().copy(result, one.getValue() == Side.LOCAL ? local : remote);
        }
        return result;
    }
}
