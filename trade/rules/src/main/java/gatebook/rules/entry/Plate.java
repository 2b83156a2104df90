package gatebook.rules.entry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A vehicle number as it was typed, 1 to {@value #LENGTH_MAX} characters. Never refused by pattern: real plates in the
 * first yard's data are just {@code 1234}.
 */
public record Plate(String typed) {
    public static final int LENGTH_MAX = 50;

    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+");

    public Plate {
        if (typed.isBlank() || typed.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a vehicle number has 1 to " + LENGTH_MAX + " characters");
        }
    }

    /**
     * A plate from a box in which people type or paste: without what stands around it, and with a blank where a line ended
     * or a column began. Nothing else is altered.
     *
     * @throws IllegalArgumentException for what is no vehicle number
     */
    public static Plate of(String pasted) {
        return new Plate(inOneLine(pasted));
    }

    /** As {@link #of}, of any text. */
    public static String inOneLine(String text) {
        return BREAKS.matcher(text.strip()).replaceAll(" ");
    }

    /** What two spellings of one plate share: NFKC, upper case, letters and digits only; empty if none is left. */
    public String key() {
        return keyOf(typed);
    }

    /** The end of the key that people read out at the gate: its last four characters, or all of a shorter one. */
    public String lastFour() {
        String key = key();
        return key.substring(Math.max(0, key.length() - 4));
    }

    /** The key of any text, for searching by a part of a plate. */
    public static String keyOf(String text) {
        return isKey(text) ? text : spelledOut(text);
    }

    /** Most plates are typed just so, and this is asked of each several times. */
    private static boolean isKey(String text) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if ((one < 'A' || one > 'Z') && (one < '0' || one > '9')) {
                return false;
            }
        }
        return true;
    }

    private static String spelledOut(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(upper.length());
        upper.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    @Override
    public String toString() {
        return typed;
    }
}
