package gatebook.app;

import gatebook.app.desk.Background;
import gatebook.app.desk.OpenDesk;
import gatebook.app.frame.Place;
import gatebook.app.frame.Target;
import gatebook.app.look.Choices;
import gatebook.app.look.Look;
import gatebook.app.opening.NotOpened;
import gatebook.app.settings.SettingsHost;
import gatebook.app.words.Words;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Restore;
import gatebook.store.file.Restored;
import gatebook.store.file.Scrutiny;
import gatebook.store.file.UnsentWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
final class Opened implements SettingsHost {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);
    private static final Dimension2D SIZE = new Dimension2D(1_280, 800);
    private static final Dimension2D LEAST = new Dimension2D(900, 600);

    private final WindowOptions options;
    private final Stage stage;
    private final Background background = new Background(Platform::runLater, this::failed);
    private Choices choices;
    private Words words;
    private @Nullable OpenDesk desk;
    private @Nullable Screens screens;
    private @Nullable String told;

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
        openRegister();
    }

    private void openRegister() {
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
        build(open, new Target.At(Place.HOME));
        open.sync().every(choices.interval());
        open.minding().start();
    }

    private void build(OpenDesk open, Target first) {
        if (screens != null) {
            screens.end();
        }
        Screens built = new Screens(open, this);
        screens = built;
        put(built.frame().root());
        built.frame().go(first);
        if (told != null) {
            built.frame().warn(told);
            told = null;
        }
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public void choose(Choices chosen) {
        boolean otherLanguage = !chosen.language().equals(choices.language());
        choices = chosen;
        words = Words.in(chosen.language());
        Look.dress(stage.getScene(), chosen);
        OpenDesk open = desk;
        if (open != null) {
            background.beside(() -> keep(open, chosen), kept -> {
                // Nobody waits for it.
            });
            if (otherLanguage) {
                build(open, new Target.At(Place.SETTINGS));
            }
        }
    }

    private Choices keep(OpenDesk open, Choices chosen) {
        try {
            chosen.write(options.home().folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.sync().every(chosen.interval());
        return chosen;
    }

    @Override
    public void restore(Path backup, UnsentWork unsent) {
        OpenDesk closing = desk;
        desk = null;
        if (screens != null) {
            screens.end();
            screens = null;
        }
        put(new StackPane(new ProgressIndicator()));
        background.inOrder(() -> restored(closing, backup, unsent), did -> {
            told = did;
            openRegister();
        });
    }

    /** What came of it, in words. */
    private String restored(@Nullable OpenDesk closing, Path backup, UnsentWork unsent) {
        if (closing != null) {
            closing.close();
        }
        try {
            return switch (new Restore(options.home(), options.clock(), options.ids()).carryOut(backup, unsent)) {
                case Restored.Done(var did, long carriedOver, Path movedTo) ->
                    words.say("settings.restored", did.coming().entries(), carriedOver, movedTo);
                case Restored.Unusable(var findings) -> words.say("settings.bad-backup", String.join("; ", findings));
                case Restored.InUse() -> words.say("settings.restore-in-use");
                case Restored.WouldLose(var operations) -> words.say("settings.restore-would-lose", operations.size());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Parent root) {
        stage.getScene().setRoot(root);
        Look.dress(stage.getScene(), choices);
    }

    private void failed(Throwable fault) {
        LOG.error("what the window asked for failed", fault);
        if (screens != null) {
            screens.frame().warn(words.say("frame.failed", String.valueOf(fault.getMessage())));
        }
    }

    /** The window is gone; what is under way at the gate still comes to its end before the process does. */
    private void close() {
        OpenDesk closing = desk;
        Thread.ofPlatform().name("gatebook-closing").start(() -> {
            background.close();
            if (closing != null) {
                closing.close();
            }
        });
    }
}
