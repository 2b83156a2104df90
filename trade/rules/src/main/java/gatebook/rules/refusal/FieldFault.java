package gatebook.rules.refusal;

/** What can be wrong with one field; the {@code code} of a field error on the wire and on the command line. */
public enum FieldFault {
    /** The field must be there and is not, or is null. */
    MISSING,
    /** Text where a number belongs, or the like. */
    WRONG_TYPE,
    /** No such field; nothing is guessed from a misspelt name. */
    UNKNOWN_FIELD,
    /** The same name stands twice in one object. */
    DUPLICATE_FIELD,
    TOO_LONG,
    /** Only white space where a person must be able to read something. */
    BLANK,
    /** NUL, another control character, or half of a surrogate pair. */
    BAD_TEXT,
    NEGATIVE,
    TOO_LARGE,
    /** More decimals than the currency has. */
    TOO_PRECISE,
    /** The body is not one JSON document. */
    NOT_JSON,
    /** Not an ISO-8601 time. */
    NOT_A_TIME,
    /** A time before 1970 or after 2199. */
    ABSURD_TIME,
    /** Not one of the words allowed there. */
    NOT_ONE_OF,
    NOT_A_UUID,
    EXIT_BEFORE_ENTRY,
    /** Exited, yet without a time of exit. */
    EXIT_WITHOUT_TIME,
    /** The field is given out by the program and is not to be set. */
    NOT_SETTABLE,
    /** Another live entry of the site has this vehicle number at this very entry time. */
    TAKEN,
    /** Does not go with another field of the same message. */
    CONTRADICTS
}
