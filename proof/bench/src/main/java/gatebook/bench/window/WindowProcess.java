package gatebook.bench.window;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.DeskWindow;
import gatebook.app.desk.WindowOptions;
import gatebook.store.file.DeskHome;
import gatebook.sync.engine.EngineSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * A window in a process of its own, without a screen. It says when it is usable, as milliseconds of the clock and of the
 * processor since the process began; then, once told to, when it shows so many vehicles inside, and how long its thread let
 * somebody wait meanwhile; and ends when told to, or when nobody is left to tell it.
 */
public final class WindowProcess {
    private static final String PARKED = "#home-parked";
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    private WindowProcess() {}

    /** The desk's window over the register in a folder. It is usable once it shows the day and takes a key. */
    public static void desk(Path home, BufferedReader orders, PrintStream answers) {
        Thread.ofPlatform().name("orders").daemon().start(() -> {
            await(() -> !shown().isEmpty());
            follow(orders, answers, parked -> await(() -> shown().equals(parked)));
            DeskWindow.close();
        });
        WindowOptions options = new WindowOptions(
                new DeskHome(home),
                EngineSettings.DEFAULT,
                Clock.systemUTC(),
                System::nanoTime,
                UuidCreator::getTimeOrderedEpoch,
                new SplittableRandom());
        DeskWindow.open(options).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
    }

    /** The floor: a label in a window, by JavaFX alone. What it is to wait for is said by the next order. */
    public static void empty(BufferedReader orders, PrintStream answers) {
        CompletableFuture<Boolean> stands = new CompletableFuture<>();
        Platform.startup(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new Label("Gatebook"), 1_280, 800);
            scene.addPostLayoutPulseListener(() -> stands.complete(true));
            stage.setScene(scene);
            stage.show();
        });
        stands.join();
        follow(orders, answers, ignored -> line(orders));
        Platform.exit();
    }

    private static void follow(
            BufferedReader orders, PrintStream answers, java.util.function.Consumer<String> waiting) {
        answers.println(sinceStart());
        String parked = line(orders);
        if (!parked.isEmpty()) {
            Pace pace = new Pace();
            pace.begin();
            waiting.accept(parked);
            answers.println(pace.end());
            line(orders);
        }
    }

    private static String sinceStart() {
        ProcessHandle.Info self = ProcessHandle.current().info();
        Duration clock = Duration.between(
                self.startInstant().orElseThrow(), Clock.systemUTC().instant());
        return clock.toMillis() + " " + self.totalCpuDuration().orElseThrow().toMillis();
    }

    private static String line(BufferedReader orders) {
        try {
            String line = orders.readLine();
            return line == null ? "" : line;
        } catch (IOException closed) {
            return "";
        }
    }

    private static void await(BooleanSupplier holds) {
        try {
            while (!holds.getAsBoolean()) {
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many are inside, as Home shows it; empty as long as it shows nothing, or takes no key. */
    private static String shown() {
        CompletableFuture<String> shown = new CompletableFuture<>();
        try {
            Platform.runLater(() -> shown.complete(Window.getWindows().stream()
                    .map(Window::getScene)
                    .filter(scene -> scene.getFocusOwner() != null && scene.lookup(PARKED) instanceof Labeled)
                    .map(scene -> ((Labeled) scene.lookup(PARKED)).getText())
                    .findFirst()
                    .orElse("")));
        } catch (IllegalStateException notBegunYet) {
            return "";
        }
        return shown.join();
    }
}
