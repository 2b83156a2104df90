package gatebook.files.salvage;

/** One thing found in a file, in the order of the file. */
public sealed interface Piece {
    /** Where it begins. */
    Position at();

    /** An object that is whole; its text as in the file. */
    record Whole(Position at, String text) implements Piece {}

    /**
     * A stretch that cannot be read as objects.
     *
     * @param snippet how it begins, on one line, at most {@value ObjectScanner#SNIPPET_CHARS_MAX} characters
     */
    record Damage(Position at, Kind kind, String snippet) implements Piece {}

    /** What is the matter with a stretch. */
    enum Kind {
        /** An object or the text around it is broken; reading went on after it. */
        BROKEN,
        /** The file ends in the middle of an object. */
        CUT_OFF,
        /** The file ends after a whole object, yet before the list is closed: more may have followed. */
        NOT_CLOSED,
        /** A readable value that is no object stands where an object belongs. */
        NOT_AN_OBJECT
    }
}
