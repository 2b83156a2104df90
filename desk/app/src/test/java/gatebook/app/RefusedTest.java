package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.rules.entry.EntryId;
import gatebook.store.query.AuditRow;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.QueueItem;
import gatebook.store.query.SyncCounts;
import gatebook.store.query.SyncQueries;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cloud refused for good is sent once more, or given up with a reason, in the window. */
final class RefusedTest {
    private static final Duration MORNING = Duration.ofHours(6);

    @TempDir
    Path folder;

    private TestDesk desk;
    private EntryId refused;

    @BeforeEach
    void theCloudRefusesAnOperation() {
        desk = TestYard.in(folder).join("A");
        refused = desk.enter("MH12AB1234", MORNING);
        desk.poison(refused);
        desk.syncUntilRefused();
    }

    @Test
    void itIsGivenUpOnlyWithAReason() {
        try (TestWindow window = opened()) {
            window.fire("refused-discard");
            assertThat(window.text("refused-wrong")).contains("reason is needed");
            window.picture("refused");
            window.type("never came");
            window.press(KeyCode.ENTER);
            nothingIsLeft(window);
        }
        try (TestDesk after = again()) {
            assertThat(counts(after)).isEqualTo(new SyncCounts(0, 0, 0, null));
            AuditRow last = new EntryQueries(after.register().database())
                    .history(refused)
                    .getLast();
            assertThat(last.reason()).contains("never came");
        }
    }

    @Test
    void itIsSentOnceMoreByOneKeyAndComesBackIfTheCloudRefusesItAgain() {
        try (TestWindow window = opened()) {
            int tries = tries(window);
            assertThat(window.scene().getFocusOwner().getId()).isEqualTo("refused-retry");
            window.press(KeyCode.SPACE);
            window.until(() -> tries(window) == tries + 1);
            window.until(() -> window.text("conflicts-count").equals("1 to decide"));
        }
    }

    /** How often the cloud has refused it so far; 0 while its verdict is open. */
    private static int tries(TestWindow window) {
        return window.desk().exchange().queue(QueueItem.Status.FAILED).stream()
                .mapToInt(item -> item.attempts().retries())
                .sum();
    }

    private TestWindow opened() {
        TestWindow window = desk.window();
        window.press(KeyCode.F8);
        window.until(() -> window.scene().lookup("#conflicts-list") instanceof ListView<?> list
                && !list.getItems().isEmpty());
        assertThat(window.text("conflicts-count")).isEqualTo("1 to decide");
        window.until(() -> window.shows("place-conflicts-count", "1"));
        window.press(KeyCode.ENTER);
        window.until(() -> window.scene().lookup("#refused") != null);
        return window;
    }

    private static void nothingIsLeft(TestWindow window) {
        window.until(() -> ((ListView<?>) window.scene().lookup("#conflicts-list"))
                .getItems()
                .isEmpty());
        window.until(() -> !window.scene().lookup("#place-conflicts-count").isVisible());
    }

    private TestDesk again() {
        return TestDesk.in(folder.resolve("A"), UuidCreator::getTimeOrderedEpoch);
    }

    private static SyncCounts counts(TestDesk desk) {
        return new SyncQueries(desk.register().database()).counts();
    }
}
