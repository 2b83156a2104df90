package gatebook.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.money.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every language says all that English says. */
final class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"_hi", "_mr"})
    void noLanguageLacksATextOrHasOneOfItsOwn(String language) throws IOException {
        assertThat(new TreeSet<>(file(language).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(file("").stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_hi", "_mr"})
    void aTextHasTheSamePlacesInEveryLanguage(String language) throws IOException {
        Properties english = file("");
        Properties other = file(language);
        for (String key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_hi", "_mr"})
    void noTextIsEmpty(String language) throws IOException {
        Properties words = file(language);
        assertThat(words.stringPropertyNames())
                .allSatisfy(key -> assertThat(words.getProperty(key)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_hi", "_mr"})
    void noTextStandsTwice(String language) throws IOException {
        try (BufferedReader text = new BufferedReader(open(language))) {
            List<String> keys = text.lines()
                    .filter(line -> line.matches("[a-z][^ =]*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    /** Marathi has figures of its own; beside plates, tickets and keys one number would look like two. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "hi", "mr"})
    void aNumberIsWrittenInTheFiguresOfThePlates(String language) {
        Words words = Words.in(Locale.of(language));
        assertThat(List.of(
                        words.count(12_345),
                        words.say("history.second-needed", 36),
                        new Amounts(words).say(Money.ofMajor(new BigDecimal("225.00"), Currency.getInstance("INR")))))
                .satisfiesExactly(
                        count -> assertThat(count).isEqualTo("12,345"),
                        said -> assertThat(said).contains("36"),
                        amount -> assertThat(amount).contains("225"));
    }

    private static int places(String text) {
        return new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }

    private static Properties file(String language) throws IOException {
        Properties words = new Properties();
        try (Reader text = open(language)) {
            words.load(text);
        }
        return words;
    }

    private static Reader open(String language) {
        return new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("words" + language + ".properties")),
                StandardCharsets.UTF_8);
    }
}
