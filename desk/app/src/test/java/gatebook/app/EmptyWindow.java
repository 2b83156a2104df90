package gatebook.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The floor beside which the start of the window is measured: a label in a window, by JavaFX alone. */
public final class EmptyWindow {
    private EmptyWindow() {}

    /** Opens it, prints how many milliseconds after the start of the process it stood, and ends. */
    public static void main(String... none) {
        Application.launch(Shown.class);
    }

    /** What JavaFX starts. */
    public static final class Shown extends Application {
        private @Nullable Scene scene;

        @Override
        public void start(Stage stage) {
            Scene made = new Scene(new Label("Gatebook"), 1_280, 800);
            scene = made;
            made.addPostLayoutPulseListener(this::stands);
            stage.setScene(made);
            stage.show();
        }

        private void stands() {
            Objects.requireNonNull(scene).removePostLayoutPulseListener(this::stands);
            ProcessHandle.current()
                    .info()
                    .startInstant()
                    .ifPresent(start -> System.out.println(
                            Duration.between(start, Clock.systemUTC().instant()).toMillis()));
            Platform.exit();
        }
    }
}
