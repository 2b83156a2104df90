package gatebook.files.importing;

import gatebook.files.salvage.Position;

/**
 * One thing in the old file that a person should know of.
 *
 * @param at where the object or stretch begins
 * @param detail what was found there and what was made of it
 */
public record Issue(Kind kind, Position at, String detail) {

    /** What can be the matter; the comment says what the importer does about it. */
    public enum Kind {
        /** No object at all: nothing is imported. */
        EMPTY_FILE,
        /** Not Unicode: read as windows-1252. */
        ENCODING_ASSUMED,
        /** Some bytes are no characters: each is shown as U+FFFD. */
        ENCODING_DAMAGED,
        /** A stretch is no JSON: passed over up to the next object. */
        BROKEN,
        /** The file ends within an object: that object is not imported. */
        CUT_OFF,
        /** The file ends before the list is closed: entries may be missing. */
        LIST_NOT_CLOSED,
        /** A value or object that has none of an entry's fields: passed over. */
        NOT_AN_ENTRY,
        /** Two spellings of one field say different things: the old program's own spelling counts, else the later one. */
        FIELDS_DISAGREE,
        /** Set aside when the object has no time at all; otherwise its earliest own time stands in. */
        NO_ENTRY_TIME,
        /** {@code UNKNOWN-} and six characters of the object's hash stand in. */
        NO_VEHICLE_NUMBER,
        /** {@code UNKNOWN} stands in. */
        NO_TRANSPORT_NAME,
        /** {@code UNKNOWN} stands in, which is charged as any other type. */
        NO_VEHICLE_TYPE,
        /** Taken as absent. */
        NOT_A_TIME,
        /** A local time that the clocks of the site skipped: put later by what was skipped. */
        TIME_SKIPPED,
        /** A local time that the clocks of the site showed twice: the first is taken. */
        TIME_TWICE,
        /** Exited without a time of exit: the last change, else the entry time, stands in. */
        EXIT_WITHOUT_TIME,
        /** Put at the entry time. */
        EXIT_BEFORE_ENTRY,
        /** Exited if there is a time of exit, otherwise Parked. */
        STATUS_UNKNOWN,
        /** Taken as Unpaid. */
        PAYMENT_STATUS_UNKNOWN,
        /** Taken as zero; the words stay in the raw object. */
        FEE_UNREADABLE,
        /** Taken as zero; the amount is counted as set aside. */
        FEE_NEGATIVE,
        /** More than the register can hold: taken as zero, and counted as set aside unless it is absurd. */
        FEE_TOO_LARGE,
        /** More decimals than the currency has: rounded half even. */
        FEE_ROUNDED,
        /** Taken as zero. */
        SERIAL_UNREADABLE,
        /** Cut to its limit; the whole text goes to the notes. */
        TEXT_TOO_LONG,
        /** Characters that cannot be shown became U+FFFD. */
        BAD_TEXT,
        /** A list or object where a plain value belongs: taken as absent. */
        WRONG_TYPE,
        /** The same vehicle at the same entry time as an object before: the entry time is put 1 ms later. */
        SAME_VISIT,
        /** The very same object once more: kept, with its entry time put 1 ms later, so that the sums match the file. */
        IDENTICAL,
        /** A rule of the register is broken in a way that has no stand-in: set aside. */
        REFUSED
    }

    @Override
    public String toString() {
        return at + ": " + kind + ": " + detail;
    }
}
