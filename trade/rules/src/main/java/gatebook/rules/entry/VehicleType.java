package gatebook.rules.entry;

import java.text.Normalizer;
import java.util.Locale;

/** The class a vehicle is charged by, as written ({@code 6 Wheeler}); any text of 1 to {@value #LENGTH_MAX}. */
public record VehicleType(String name) {
    public static final int LENGTH_MAX = 60;

    public VehicleType {
        if (name.isBlank() || name.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a vehicle type has 1 to " + LENGTH_MAX + " characters");
        }
    }

    /** What spellings of one class share, so that {@code 6-wheeler} is priced as {@code 6 Wheeler}. */
    public String key() {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(lower.length());
        lower.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
