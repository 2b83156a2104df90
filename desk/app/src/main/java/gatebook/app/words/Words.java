package gatebook.app.words;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the window says in one language. Texts are message formats; a key that a language lacks is a fault of the build,
 * and a test finds it.
 */
public record Words(Locale locale, ResourceBundle bundle) {
    private static final String NAME = "gatebook.app.words.words";

    /** The languages that are complete, the first one being everybody's fallback. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.of("en", "IN"), Locale.of("hi", "IN"), Locale.of("mr", "IN"));

    /** The words of a language; English where it is not among {@link #LANGUAGES}. */
    public static Words in(Locale wanted) {
        Locale known = LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
        ResourceBundle.Control none =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(known, ResourceBundle.getBundle(NAME, known, none));
    }

    /** The text under a key, its places filled in. */
    public String say(String key, Object... places) {
        String text = bundle.getString(key);
        return places.length == 0 ? text : new MessageFormat(text, figures()).format(places);
    }

    /** The language with the figures of plates, tickets and keyboards, in which a number is written wherever it stands. */
    Locale figures() {
        return new Locale.Builder()
                .setLocale(locale)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
    }

    /** A whole number, grouped as the language does. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(figures()).format(number);
    }

    /** Whether there is a text under a key. */
    public boolean knows(String key) {
        return bundle.containsKey(key);
    }
}
