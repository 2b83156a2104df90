package gatebook.app;

import gatebook.app.desk.Background;
import gatebook.app.desk.OpenDesk;
import gatebook.app.desk.WindowOptions;
import gatebook.app.frame.Place;
import gatebook.app.frame.Target;
import gatebook.app.look.Choices;
import gatebook.app.look.Look;
import gatebook.app.opening.NotOpened;
import gatebook.app.opening.Remedies;
import gatebook.app.opening.Starts;
import gatebook.app.settings.SettingsHost;
import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.backup.Backup;
import gatebook.store.backup.Backups;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Restore;
import gatebook.store.file.Restored;
import gatebook.store.file.Scrutiny;
import gatebook.store.file.UnsentWork;
import gatebook.store.file.WindowLock;
import gatebook.store.query.Glance;
import gatebook.store.sqlite.StoreFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window from its first moment to its last: opens the register off the window's thread, shows it, or says why not. */
final class Opened implements SettingsHost, Remedies {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);
    private static final Dimension2D SIZE = new Dimension2D(1_280, 800);
    private static final Dimension2D LEAST = new Dimension2D(900, 600);

    private final WindowOptions options;
    private final Stage stage;
    private final Runnable closed;
    private static final Duration STANDS_AFTER = Duration.seconds(10);

    private final Starts starts;
    private final Background background = new Background(Platform::runLater, this::failed);
    private Choices choices;
    private Words words;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile @Nullable OpenDesk desk;
    private @Nullable Screens screens;
    private @Nullable String told;
    private volatile @Nullable WindowLock lock;

    /** What is left to do once the register is closed comes last, on a thread of its own. */
    Opened(WindowOptions options, Stage stage, Runnable closed) {
        this.closed = closed;
        this.options = options;
        this.stage = stage;
        this.starts = new Starts(options.home().folder());
        this.choices = Choices.read(options.home().folder());
        this.words = Words.in(choices.language());
    }

    /** The register under the window; empty while none is open. */
    Optional<OpenDesk> desk() {
        return Optional.ofNullable(desk);
    }

    void open() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> uncaught(fault));
        stage.setTitle(words.say("window.title"));
        stage.setMinWidth(LEAST.getWidth());
        stage.setMinHeight(LEAST.getHeight());
        StackPane waiting = new StackPane(new ProgressIndicator());
        stage.setScene(new Scene(waiting, SIZE.getWidth(), SIZE.getHeight()));
        Look.dress(stage.getScene(), choices);
        stage.setOnHidden(event -> close());
        stage.show();
        background.inOrder(this::takeTurn, this::begin);
    }

    /** What stands between a start and the register. */
    private sealed interface Way {
        record Free() implements Way {}

        record AnotherWindow() implements Way {}

        record FailedBefore(int starts, @Nullable Backup newest) implements Way {}
    }

    private Way takeTurn() {
        if (lock == null) {
            lock = WindowLock.take(options.home()).orElse(null);
        }
        if (lock == null) {
            return new Way.AnotherWindow();
        }
        int failed = starts.begin();
        Backups backups = new Backups(options.home().backups(), options.clock());
        return failed >= Starts.FAILED_MAX
                ? new Way.FailedBefore(failed, backups.newestGood().orElse(null))
                : new Way.Free();
    }

    private void begin(Way way) {
        switch (way) {
            case Way.Free() -> openRegister(file -> file.open(Scrutiny.USUAL));
            case Way.AnotherWindow() -> put(notOpened().becauseOfAnotherWindow());
            case Way.FailedBefore(int failed, var newest) -> put(notOpened().becauseOfFailedStarts(failed, newest));
        }
    }

    private void openRegister(Function<RegisterFile, Opening> how) {
        RegisterFile file = new RegisterFile(options.home(), options.clock(), options.ids());
        background.inOrder(
                () -> {
                    Opening opening = how.apply(file);
                    if (opening instanceof Opening.Opened(Register register)) {
                        // Kept from here, not from the window's thread: a window closed meanwhile must find it to
                        // close.
                        desk = new OpenDesk(options, register, background);
                    }
                    return opening;
                },
                this::opened);
    }

    private void opened(Opening opening) {
        OpenDesk open = desk;
        if (closing.get()) {
            return;
        }
        if (open != null) {
            show(open);
        } else {
            put(notOpened().because(opening));
        }
    }

    /** Before a register is open nobody knows the site's zone: the machine's own. */
    private Times machineTimes() {
        return new Times(options.clock().getZone(), options.clock(), words);
    }

    private NotOpened notOpened() {
        return new NotOpened(machineTimes(), this);
    }

    @Override
    public void tryAgain() {
        starts.stood();
        background.inOrder(this::takeTurn, this::begin);
    }

    @Override
    public void lookInside() {
        background.beside(
                () -> Glance.at(options.home().register()),
                seen -> put(new NotOpened(new Times(seen.yard().zone(), options.clock(), words), this)
                        .inside(seen, options.clock().instant())));
    }

    @Override
    public void startAnew() {
        openRegister(RegisterFile::startAnew);
    }

    @Override
    public void putBack(Path backup) {
        restore(backup, UnsentWork.CARRY_OVER);
    }

    private void show(OpenDesk open) {
        build(open, new Target.At(Place.HOME));
        open.sync().every(choices.interval());
        open.minding().start();
        noteWhenItStands();
        PauseTransition standing = new PauseTransition(STANDS_AFTER);
        standing.setOnFinished(event -> background.beside(
                () -> {
                    starts.stood();
                    return starts;
                },
                stood -> {
                    // Nobody waits for it.
                }));
        standing.play();
    }

    /** How long a start took is written to the log, where whoever looks after the desk finds it. */
    private void noteWhenItStands() {
        Scene scene = stage.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(start -> java.time.Duration.between(
                                start, options.clock().instant()))
                        .ifPresent(took -> LOG.info("the window stands, {} ms after its start", took.toMillis()));
            }
        });
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
            openRegister(file -> file.open(Scrutiny.USUAL));
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
        if (screens == null) {
            put(notOpened().becauseOf(fault));
        } else {
            screens.frame()
                    .warn(
                            fault instanceof StoreFault store
                                    ? new Refusals(machineTimes()).say(store)
                                    : words.say("frame.failed", String.valueOf(fault.getMessage())));
        }
    }

    /** What JavaFX itself trips over while the process ends, and its parts with it, is nobody's matter any more. */
    private void uncaught(Throwable fault) {
        if (closing.get()) {
            LOG.debug("the window is gone already", fault);
        } else {
            failed(fault);
        }
    }

    /** The window is gone; what is under way at the gate still comes to its end before the process does. */
    void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().name("gatebook-closing").start(() -> {
            background.close();
            try (WindowLock _ = lock;
                    OpenDesk _ = desk) {
                starts.stood();
            } finally {
                closed.run();
            }
        });
    }
}
