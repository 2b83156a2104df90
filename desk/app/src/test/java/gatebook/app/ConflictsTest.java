package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.look.Choices;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.store.file.DeskHome;
import gatebook.store.operation.Departure;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.Found;
import gatebook.store.query.SyncQueries;
import gatebook.store.sqlite.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two real desks disagree on over a real cloud is decided in the window, by keys alone. */
final class ConflictsTest {
    private static final Duration MORNING = Duration.ofHours(6);

    @TempDir
    Path folder;

    /** Both desks took the fee of one visit; B met it at the cloud. */
    private EntryId paidTwice(TestDesk a, TestDesk b) {
        EntryId visit = a.enter("MH12AB1234", MORNING);
        a.sync();
        b.sync();
        a.exit(visit, Departure.Settlement.CASH, Duration.ofMinutes(20));
        b.exit(visit, Departure.Settlement.ONLINE, Duration.ofMinutes(18));
        a.sync();
        b.sync();
        return visit;
    }

    private static Scene dialog(TestWindow window) {
        window.until(() -> opened() != null);
        return TestWindow.onWindow(() -> Objects.requireNonNull(opened()).getScene());
    }

    private static @Nullable Stage opened() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof Stage stage
                        && "conflict-dialog".equals(stage.getScene().getRoot().getId()))
                .map(Stage.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Scene openFirst(TestWindow window) {
        window.press(KeyCode.F8);
        window.until(() -> window.scene().lookup("#conflicts-count") != null
                && ((Labeled) window.scene().lookup("#conflicts-count"))
                        .getText()
                        .matches("[1-9].*"));
        window.press(KeyCode.ENTER);
        return dialog(window);
    }

    private static void gone(TestWindow window) {
        window.until(() -> opened() == null);
    }

    private static String shown(Scene dialog, String id) {
        return TestWindow.onWindow(() -> ((Labeled) dialog.lookup("#" + id)).getText());
    }

    private Entry after(EntryId visit) {
        try (TestDesk b = TestDesk.in(folder.resolve("B"), UuidCreator::getTimeOrderedEpoch)) {
            Database database = b.register().database();
            assertThat(new SyncQueries(database).conflicts(ConflictItem.Which.OPEN))
                    .isEmpty();
            assertThat(new SyncQueries(database).conflicts(ConflictItem.Which.ALL))
                    .allSatisfy(item -> assertThat(item.decision()).isNotNull());
            return ((Found.One) new EntryQueries(database).find(visit.toString()))
                    .row()
                    .entry();
        }
    }

    private EntryId decided(KeyCode... keys) {
        TestYard site = TestYard.in(folder);
        try (TestDesk a = site.join("A")) {
            TestDesk b = site.join("B");
            EntryId visit = paidTwice(a, b);
            try (TestWindow window = b.window()) {
                openFirst(window);
                for (KeyCode key : keys) {
                    window.press(key, KeyCode.CONTROL);
                }
                gone(window);
            }
            return visit;
        }
    }

    @Test
    void theDialogIsTheOneOfTheDocumentAndShowsBothSides() {
        TestYard site = TestYard.in(folder);
        try (TestDesk a = site.join("A")) {
            TestDesk b = site.join("B");
            paidTwice(a, b);
            try (TestWindow window = b.window()) {
                Scene dialog = openFirst(window);
                window.picture("conflicts");
                assertThat(dialog.getWidth()).isEqualTo(800);
                assertThat(dialog.getHeight()).isEqualTo(600);
                assertThat(Objects.requireNonNull(opened()).getTitle()).isEqualTo("Sync Conflict Resolution");
                assertThat(shown(dialog, "conflict-header")).isEqualTo("Conflict for Vehicle: MH12AB1234");
                assertThat(shown(dialog, "conflict-local")).isEqualTo("Local Data");
                assertThat(shown(dialog, "conflict-remote")).isEqualTo("Remote Data");
                assertThat(shown(dialog, "conflict-local-payment_type")).isEqualTo("Online");
                assertThat(shown(dialog, "conflict-remote-payment_type")).isEqualTo("Cash");
                assertThat(shown(dialog, "conflict-name-payment_type")).startsWith("≠");
                assertThat(shown(dialog, "conflict-name-vehicle_number")).doesNotContain("≠");
                assertThat(shown(dialog, "conflict-local-who")).contains("Ravi", "this desk");
                assertThat(shown(dialog, "conflict-keep-local")).isEqualTo("Keep Local Changes");
                assertThat(shown(dialog, "conflict-accept-remote")).isEqualTo("Accept Remote Changes");
                assertThat(shown(dialog, "conflict-merge")).isEqualTo("Merge Changes");
                window.picture("conflict-dialog", dialog);
                window.press(KeyCode.DIGIT3, KeyCode.CONTROL);
                window.picture("conflict-merge", dialog);
                window.press(KeyCode.ESCAPE);
                window.press(KeyCode.ESCAPE);
                gone(window);
            }
        }
    }

    /** A test that failed leaves its dialog behind, which the next one would take for its own. */
    @AfterEach
    void noDialogIsLeft() {
        TestWindow.onWindow(() -> {
            Stage left = opened();
            if (left != null) {
                left.close();
            }
            return 0;
        });
    }

    @Test
    void keepLocalChangesKeepsTheReceiptOfThisDesk() {
        assertThat(after(decided(KeyCode.DIGIT1)).payment().type()).isEqualTo("Online");
    }

    @Test
    void acceptRemoteChangesTakesTheReceiptOfTheOther() {
        assertThat(after(decided(KeyCode.DIGIT2)).payment().type()).isEqualTo("Cash");
    }

    @Test
    void mergeChangesTakesEachFieldFromTheSideThatIsChosen() {
        TestYard site = TestYard.in(folder);
        EntryId visit;
        try (TestDesk a = site.join("A")) {
            TestDesk b = site.join("B");
            visit = paidTwice(a, b);
            try (TestWindow window = b.window()) {
                Scene dialog = openFirst(window);
                window.press(KeyCode.DIGIT3, KeyCode.CONTROL);
                TestWindow.onWindow(() -> {
                    ((RadioButton) dialog.lookup("#conflict-remote-payment_type")).fire();
                    return ((RadioButton) dialog.lookup("#conflict-local-exit_time"));
                });
                assertThat(shown(dialog, "conflict-result-payment_type")).isEqualTo("Cash");
                window.press(KeyCode.DIGIT3, KeyCode.CONTROL);
                gone(window);
            }
        }
        assertThat(after(visit).payment().type()).isEqualTo("Cash");
    }

    @Test
    void allOfOneShapeAreDecidedAtOnceInDarkAndInHindi() throws IOException {
        TestYard site = TestYard.in(folder);
        EntryId last = null;
        try (TestDesk a = site.join("A")) {
            TestDesk b = site.join("B");
            for (int at = 1; at <= 3; at++) {
                last = a.enter("MH1480" + at, MORNING);
            }
            a.sync();
            b.sync();
            var all = new EntryQueries(a.register().database()).list(EntryFilter.ANY);
            all.forEach(row -> {
                a.voids(row.entry().id());
                b.edit(row.entry().id(), Field.NOTES, "waits for papers");
            });
            a.sync();
            b.sync();
            Path home = folder.resolve("B");
            Choices.FIRST
                    .withShade(Choices.Shade.DARK)
                    .withLanguage(Locale.of("hi", "IN"))
                    .write(home);
            assertThat(new DeskHome(home).folder()).isEqualTo(home);
            try (TestWindow window = b.window()) {
                Scene dialog = openFirst(window);
                window.picture("conflicts-dark-hindi");
                TestWindow.onWindow(() -> {
                    ((CheckBox) dialog.lookup("#conflict-all-like")).setSelected(true);
                    return dialog;
                });
                window.picture("conflict-dialog-dark-hindi", dialog);
                window.press(KeyCode.DIGIT1, KeyCode.CONTROL);
                gone(window);
            }
        }
        assertThat(last).isNotNull();
        assertThat(after(last).description().notes()).isEqualTo("waits for papers");
    }
}
