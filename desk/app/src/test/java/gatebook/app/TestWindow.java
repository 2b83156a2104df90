package gatebook.app;

import gatebook.app.desk.OpenDesk;
import gatebook.app.desk.WindowOptions;
import gatebook.rules.entry.IdSource;
import gatebook.store.file.DeskHome;
import gatebook.sync.engine.EngineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * A real window over a real register, worked by real keys, on JavaFX's platform without a screen. One at a time; every
 * call waits until the window has done what was asked.
 */
public final class TestWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path PICTURES = Path.of("target", "screenshots");

    static {
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    private final Opened opened;
    private final Stage stage;
    private final Robot robot;
    private final CountDownLatch closed;

    private TestWindow(Opened opened, Stage stage, Robot robot, CountDownLatch closed) {
        this.opened = opened;
        this.closed = closed;
        this.stage = stage;
        this.robot = robot;
    }

    /** The usual options over a folder. */
    public static WindowOptions options(Path folder, Clock clock, IdSource ids) {
        RandomGenerator random = new Random(1);
        return new WindowOptions(new DeskHome(folder), EngineSettings.DEFAULT, clock, System::nanoTime, ids, random);
    }

    /** Opens a window and waits until its frame stands. */
    public static TestWindow open(WindowOptions options) {
        TestWindow window = onWindow(() -> {
            Stage stage = new Stage();
            CountDownLatch closed = new CountDownLatch(1);
            Opened opened = new Opened(options, stage, closed::countDown);
            opened.open();
            return new TestWindow(opened, stage, new Robot(), closed);
        });
        // A key that comes before anything has the focus goes nowhere.
        window.until(() -> window.scene().lookup("#not-opened") != null
                || window.scene().lookup("#find") != null && window.scene().getFocusOwner() != null);
        return window;
    }

    /** The register under the window, for what a person at the window cannot see or do. */
    OpenDesk desk() {
        return opened.desk().orElseThrow();
    }

    public Scene scene() {
        return stage.getScene();
    }

    /** Presses one key, with those held that are named after it. */
    public void press(KeyCode key, KeyCode... held) {
        onWindow(() -> {
            for (KeyCode each : held) {
                robot.keyPress(each);
            }
            robot.keyPress(key);
            robot.keyRelease(key);
            for (KeyCode each : held) {
                robot.keyRelease(each);
            }
            return robot;
        });
        settle();
    }

    /** Types letters, digits and spaces as keys. */
    public void type(String text) {
        text.chars().forEach(each -> {
            KeyCode key =
                    each == ' ' ? KeyCode.SPACE : KeyCode.getKeyCode(Character.toString(Character.toUpperCase(each)));
            if (Character.isUpperCase(each)) {
                press(key, KeyCode.SHIFT);
            } else {
                press(key);
            }
        });
    }

    /** Puts a text into a field, for what has no key of its own on this platform. */
    public void enter(String id, String text) {
        onWindow(() -> {
            ((TextInputControl) scene().lookup("#" + id)).setText(text);
            return text;
        });
    }

    /** The node with this id; it must be there. */
    public Node node(String id) {
        return onWindow(() -> {
            Node found = scene().lookup("#" + id);
            if (found == null) {
                throw new AssertionError("no node #" + id);
            }
            return found;
        });
    }

    /** The control with this id; called on the window's thread. */
    public <T extends Node> T control(String id, Class<T> kind) {
        return kind.cast(scene().lookup("#" + id));
    }

    /** Presses a button by its id, as a person would by its key. */
    public void fire(String id) {
        onWindow(() -> {
            control(id, ButtonBase.class).fire();
            return id;
        });
        settle();
    }

    /** Whether the label with this id is there and its text holds some words; called on the window's thread. */
    public boolean shows(String id, String words) {
        return scene().lookup("#" + id) instanceof Labeled label
                && label.getText().contains(words);
    }

    /** The text that a label or a button shows. */
    public String text(String id) {
        return onWindow(() -> ((Labeled) scene().lookup("#" + id)).getText());
    }

    /** Waits, a while, until something holds on the window's thread. */
    public void until(BooleanSupplier holds) {
        until(holds, PATIENCE);
    }

    /** Waits so long, for what takes longer than a person would wait. */
    public void until(BooleanSupplier holds, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!onWindow(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                picture("what-was-there-instead");
                throw new AssertionError("it did not come to hold within " + patience);
            }
        }
    }

    /** Keeps a picture of the window among the build's artefacts. */
    public Path picture(String name) {
        return picture(name, scene());
    }

    /** The same of a window that was opened over this one. */
    public Path picture(String name, Scene scene) {
        return onWindow(() -> {
            WritableImage image = scene.snapshot(null);
            Files.createDirectories(PICTURES);
            Path file = PICTURES.resolve(name + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            return file;
        });
    }

    /** Lets what was posted to the window's thread come to its turn. */
    public void settle() {
        onWindow(() -> 0);
        onWindow(() -> 0);
    }

    /** Runs a task on the window's thread and waits for it; at once where that is the thread of the caller. */
    public static <T> T onWindow(Callable<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Runnable run = () -> {
            try {
                done.complete(task.call());
            } catch (IOException e) {
                done.completeExceptionally(new UncheckedIOException(e));
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        };
        if (Platform.isFxApplicationThread()) {
            run.run();
        } else {
            Platform.runLater(run);
        }
        try {
            return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Closes the window and waits until its register is closed. */
    @Override
    public void close() {
        onWindow(() -> {
            stage.close();
            return stage;
        });
        await(closed);
    }

    /** Waits, a while, for something that another thread does. */
    static void await(CountDownLatch done) {
        try {
            if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it was not done within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
