package gatebook.app.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import gatebook.files.exporting.Letters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Dresses a window the way a person chose. */
public final class Look {
    private static final String SHEET =
            Objects.requireNonNull(Look.class.getResource("gatebook.css")).toExternalForm();

    /** Marks a window whose letters know no bold. */
    private static final String ONE_WEIGHT = "one-weight";

    private static final String DEVANAGARI = load();

    private Look() {}

    /** Colours and letter size of a scene; may be called again when the choice changes. */
    public static void dress(Scene scene, Choices choices) {
        Application.setUserAgentStylesheet(
                switch (choices.shade()) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
        if (!scene.getStylesheets().contains(SHEET)) {
            scene.getStylesheets().add(SHEET);
        }
        Parent root = scene.getRoot();
        for (Choices.TextSize size : Choices.TextSize.values()) {
            root.getStyleClass().remove(styleClass(size));
        }
        root.getStyleClass().add(styleClass(choices.size()));
        root.getStyleClass().remove(ONE_WEIGHT);
        if (!isLatin(choices.language())) {
            root.getStyleClass().add(ONE_WEIGHT);
        }
        root.setStyle("-fx-font-size: " + choices.size().pixels() + "px;" + script(choices.language()));
    }

    /** Icons know no letters, so that their size goes by a class of its own. */
    private static String styleClass(Choices.TextSize size) {
        return "size-" + size.name().toLowerCase(Locale.ROOT);
    }

    /** Letters for a language that this machine may have none for; those that the font lacks come from the machine's. */
    public static String script(Locale language) {
        return isLatin(language) ? "" : " -fx-font-family: \"" + DEVANAGARI + "\";";
    }

    private static boolean isLatin(Locale language) {
        return language.getLanguage().equals("en");
    }

    /** The same letters that lists on paper use. They have one weight: what is bold gets an outline instead. */
    private static String load() {
        try (InputStream letters = Letters.open()) {
            return Font.loadFont(letters, Font.getDefault().getSize()).getFamily();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
