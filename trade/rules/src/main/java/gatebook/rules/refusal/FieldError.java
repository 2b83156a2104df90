package gatebook.rules.refusal;

/**
 * One field at fault.
 *
 * @param field the name as on the wire, with its place where it stands in a list ({@code operations[3].data.fee})
 * @param detail what is wrong and what would be right, for a person
 */
public record FieldError(String field, FieldFault code, String detail) {
    /** The same fault seen from further outside. */
    public FieldError under(String place) {
        return new FieldError(place + "." + field, code, detail);
    }
}
