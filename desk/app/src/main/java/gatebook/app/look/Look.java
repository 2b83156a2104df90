package gatebook.app.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Dresses a window the way a person chose. */
public final class Look {
    private static final String SHEET =
            Objects.requireNonNull(Look.class.getResource("gatebook.css")).toExternalForm();

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
        root.setStyle("-fx-font-size: " + choices.size().pixels() + "px;");
    }
}
