package gatebook.app;

import gatebook.app.desk.Background;
import gatebook.app.desk.OpenDesk;
import gatebook.app.frame.FrameView;
import gatebook.app.frame.Place;
import gatebook.app.frame.Target;
import gatebook.app.look.Choices;
import gatebook.app.look.Look;
import gatebook.app.opening.NotOpened;
import gatebook.app.words.Words;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window from its first moment to its last: opens the register off the window's thread, shows it, or says why not. */
final class Opened {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);
    private static final Dimension2D SIZE = new Dimension2D(1_280, 800);
    private static final Dimension2D LEAST = new Dimension2D(900, 600);

    private final WindowOptions options;
    private final Stage stage;
    private final Background background = new Background(Platform::runLater, this::failed);
    private final Choices choices;
    private final Words words;
    private @Nullable OpenDesk desk;
    private @Nullable FrameView frame;

    Opened(WindowOptions options, Stage stage) {
        this.options = options;
        this.stage = stage;
        this.choices = Choices.read(options.home().folder());
        this.words = Words.in(choices.language());
    }

    void open() {
        stage.setTitle(words.say("window.title"));
        stage.setMinWidth(LEAST.getWidth());
        stage.setMinHeight(LEAST.getHeight());
        StackPane waiting = new StackPane(new ProgressIndicator());
        stage.setScene(new Scene(waiting, SIZE.getWidth(), SIZE.getHeight()));
        Look.dress(stage.getScene(), choices);
        stage.setOnHidden(event -> close());
        stage.show();
        RegisterFile file = new RegisterFile(options.home(), options.clock(), options.ids());
        background.inOrder(() -> file.open(Scrutiny.USUAL), this::opened);
    }

    private void opened(Opening opening) {
        if (opening instanceof Opening.Opened(Register register)) {
            background.inOrder(() -> new OpenDesk(options, register, background), this::show);
        } else {
            put(new NotOpened(words, opening).root());
        }
    }

    private void show(OpenDesk open) {
        desk = open;
        FrameView shown = new Screens(open, choices).frame();
        frame = shown;
        put(shown.root());
        shown.go(new Target.At(Place.HOME));
        open.minding().start();
    }

    private void put(Parent root) {
        stage.getScene().setRoot(root);
        Look.dress(stage.getScene(), choices);
    }

    private void failed(Throwable fault) {
        LOG.error("what the window asked for failed", fault);
        if (frame != null) {
            frame.warn(words.say("frame.failed", String.valueOf(fault.getMessage())));
        }
    }

    /** The window is gone; what is under way at the gate still comes to its end before the process does. */
    private void close() {
        OpenDesk closing = desk;
        Thread.ofPlatform().name("gatebook-closing").start(closing == null ? background::close : closing::close);
    }
}
