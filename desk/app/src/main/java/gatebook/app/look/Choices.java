package gatebook.app.look;

import gatebook.sync.engine.EngineSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Properties;

/**
 * What a person chose of the window at this desk.
 *
 * @param attendant who writes at this desk
 * @param interval between two syncs of which nobody asked for one
 */
public record Choices(Shade shade, TextSize size, Locale language, String attendant, Duration interval) {
    /** What a desk begins with. */
    public static final Choices FIRST = new Choices(
            Shade.LIGHT, TextSize.USUAL, Locale.of("en", "IN"), "System", EngineSettings.DEFAULT.interval());

    private static final String FILE = "window.properties";

    /** Whether the window is light or dark. */
    public enum Shade {
        LIGHT,
        DARK
    }

    /** How large its letters are. */
    public enum TextSize {
        USUAL(14),
        LARGE(18),
        HUGE(24);

        private final int pixels;

        TextSize(int pixels) {
            this.pixels = pixels;
        }

        /** The height of the usual letters, in pixels that do not know the screen's scale. */
        public int pixels() {
            return pixels;
        }
    }

    public Choices withShade(Shade chosen) {
        return new Choices(chosen, size, language, attendant, interval);
    }

    public Choices withSize(TextSize chosen) {
        return new Choices(shade, chosen, language, attendant, interval);
    }

    public Choices withLanguage(Locale chosen) {
        return new Choices(shade, size, chosen, attendant, interval);
    }

    public Choices withAttendant(String name) {
        return new Choices(shade, size, language, name, interval);
    }

    public Choices withInterval(Duration chosen) {
        return new Choices(shade, size, language, attendant, chosen);
    }

    /** The choices kept in a desk's folder; where there are none, or none that can be read, the first ones. */
    public static Choices read(Path folder) {
        Properties kept = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            kept.load(file);
            return new Choices(
                    Shade.valueOf(kept.getProperty("shade", FIRST.shade().name())),
                    TextSize.valueOf(kept.getProperty("size", FIRST.size().name())),
                    Locale.forLanguageTag(
                            kept.getProperty("language", FIRST.language().toLanguageTag())),
                    kept.getProperty("attendant", FIRST.attendant()),
                    Duration.parse(kept.getProperty("interval", FIRST.interval().toString())));
        } catch (IOException | IllegalArgumentException | DateTimeParseException unreadable) {
            return FIRST;
        }
    }

    /** Keeps them in a desk's folder, whole or not at all. */
    public void write(Path folder) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("shade", shade.name());
        kept.setProperty("size", size.name());
        kept.setProperty("language", language.toLanguageTag());
        kept.setProperty("attendant", attendant);
        kept.setProperty("interval", interval.toString());
        Path fresh = folder.resolve(FILE + ".new");
        try (Writer file = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            kept.store(file, null);
        }
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
