package gatebook.rules.tariff;

import gatebook.rules.money.Money;

/**
 * A part of a fee: what was charged for, and how much. The lines of a fee add up to it.
 *
 * @param span the part of the stay, or the window, that the line is about
 * @param count how many started units; 1 where nothing is counted
 * @param amount what it adds; below zero where a total or a cap is less than what stood before
 */
public record FeeLine(Kind kind, Span span, long count, Money amount) {
    /** What a line is for. */
    public enum Kind {
        /** Free minutes. */
        FREE,
        /** A band that sets the total. */
        TOTAL,
        /** A band that counts started units. */
        EACH,
        /** What a cycle's bands are too much. */
        CAP,
        /** A surcharge for hours of the night. */
        NIGHT_WINDOW
    }
}
