package gatebook.rules.refusal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One field at fault.
 *
 * @param field the name as on the wire, with its place where it stands in a list ({@code operations[3].data.fee})
 * @param detail what is wrong and what would be right, for a person
 */
public record FieldError(String field, FieldFault code, String detail) {
    /** All of them in one sentence, each with the name of its field. */
    public static String sentence(List<FieldError> faults) {
        return faults.stream().map(fault -> fault.field + ": " + fault.detail).collect(Collectors.joining("; "));
    }

    /** The same fault seen from further outside. */
    public FieldError under(String place) {
        return new FieldError(place + "." + field, code, detail);
    }
}
