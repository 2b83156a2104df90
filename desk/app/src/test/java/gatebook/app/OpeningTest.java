package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.desk.WindowOptions;
import gatebook.app.opening.Starts;
import gatebook.rules.entry.IdSource;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with the register, the window says so and what to do; it never starts empty by itself. */
final class OpeningTest {
    @TempDir
    Path folder;

    @BeforeEach
    void thereIsARegister() {
        RegisterFile file = new RegisterFile(new DeskHome(folder), Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch);
        ((Opening.Opened) file.open(Scrutiny.USUAL)).register().close();
    }

    @Test
    void aDamagedFileIsToldAndKeptAsideAndAPersonDecides() throws IOException {
        Files.write(folder.resolve("gatebook.db"), new byte[4_096], StandardOpenOption.TRUNCATE_EXISTING);
        try (TestWindow window = open()) {
            window.until(() -> window.shows("why-not-opened", "aside"));
            window.picture("opening-damaged");
            window.fire("start-anew");
            window.until(() -> window.scene().lookup("#find") != null);
        }
    }

    @Test
    void aMissingFileIsNotReplacedByAnEmptyOneWithoutAWord() throws IOException {
        Files.writeString(folder.resolve("counters"), "traces of an earlier register");
        Files.delete(folder.resolve("gatebook.db"));
        try (TestWindow window = open()) {
            window.until(() -> window.shows("why-not-opened", "there was one"));
            window.picture("opening-missing");
            assertThat(folder.resolve("gatebook.db")).doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsToldAndNotWaitedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "where the folder should be");
        try (TestWindow window = TestWindow.open(
                TestWindow.options(file.resolve("desk"), Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch))) {
            window.until(() -> window.shows("why-not-opened", "a-file"));
        }
    }

    @Test
    void aSecondWindowOfADeskSaysThatThereIsOne() {
        try (TestWindow first = open();
                TestWindow second = open()) {
            second.until(() -> second.shows("why-not-opened", "open already"));
            second.picture("opening-second");
            assertThat(first.scene().lookup("#find")).isNotNull();
        }
    }

    @Test
    void startsThatCameToNothingEndInAQuestionAndNotInAnotherOne() {
        GateWindow.came(
                folder,
                Clock.systemUTC(),
                "MH1001",
                Instant.now(Clock.systemUTC()).minusSeconds(60));
        GateWindow.came(
                folder,
                Clock.systemUTC(),
                "MH1002",
                Instant.now(Clock.systemUTC()).minusSeconds(30));
        Starts starts = new Starts(folder);
        for (int failed = 0; failed < Starts.FAILED_MAX; failed++) {
            starts.begin();
        }
        try (TestWindow window = open()) {
            window.until(() -> window.shows("why-not-opened", "3"));
            window.picture("opening-failed-starts");
            window.fire("look-inside");
            window.until(() -> window.shows("inside-count", "2 are inside"));
            window.until(() -> window.node("inside-sought").isFocused());
            window.type("1002");
            ListView<?> list = (ListView<?>) window.node("inside-list");
            assertThat(list.getItems()).singleElement().asString().contains("MH1002", "₹150");
            window.picture("opening-inside-only");
            window.fire("try-again");
            window.until(() -> window.scene().lookup("#find") != null);
        }
    }

    @Test
    void aRegisterThatIsBeingOpenedWhenTheWindowIsClosedIsClosedWithIt() {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        IdSource slow = () -> {
            opening.countDown();
            TestWindow.await(goOn);
            return UuidCreator.getTimeOrderedEpoch();
        };
        WindowOptions options = TestWindow.options(folder.resolve("new"), Clock.systemUTC(), slow);
        Opened opened = TestWindow.onWindow(() -> {
            Opened begun = new Opened(options, new Stage(), closed::countDown);
            begun.open();
            return begun;
        });
        TestWindow.await(opening);
        opened.close();
        goOn.countDown();
        TestWindow.await(closed);
        TestWindow.onWindow(() -> closed);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("gatebook-minding");
        assertThat(folder.resolve("new").resolve("gatebook.db")).exists();
        assertThat(folder.resolve("new").resolve("gatebook.db-wal")).doesNotExist();
    }

    @Test
    void whatBreaksOnTheWindowsOwnThreadIsToldThere() {
        try (TestWindow window = open()) {
            Platform.runLater(() -> {
                throw new IllegalStateException("a chart without an axis");
            });
            window.until(() -> window.scene().lookup("#message .label") instanceof Labeled told
                    && told.getText().contains("a chart without an axis"));
        }
    }

    private TestWindow open() {
        return TestWindow.open(TestWindow.options(folder, Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch));
    }
}
