package gatebook.app;

import javafx.application.Application;
import javafx.stage.Stage;

/** What JavaFX starts: one window over one desk's folder. Made by JavaFX, which needs it public. */
public final class DeskApplication extends Application {
    @Override
    public void start(Stage stage) {
        Opened window = new Opened(DeskWindow.options(), stage, DeskWindow::closed);
        DeskWindow.opened(window::close);
        window.open();
    }
}
