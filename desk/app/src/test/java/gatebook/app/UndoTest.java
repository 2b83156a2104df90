package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.app.look.Choices;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.store.operation.Departure;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.Found;
import gatebook.store.query.RunItem;
import gatebook.store.query.SyncQueries;
import gatebook.store.sqlite.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync is taken back in the window: first shown, then done, in the register and at every desk. */
final class UndoTest {
    private static final Duration MORNING = Duration.ofHours(6);

    @TempDir
    Path folder;

    @Test
    void thePreviewChangesNothingAndTheUndoChangesTheRegisterAndTheOtherDesk() {
        TestYard site = TestYard.in(folder);
        try (TestDesk a = site.join("A")) {
            TestDesk b = site.join("B");
            EntryId visit = a.enter("MH12AB1234", MORNING);
            a.sync();
            b.sync();
            a.edit(visit, Field.NOTES, "written at A by mistake");
            a.sync();
            b.sync();
            long run = newestRun(b);
            try (TestWindow window = b.window()) {
                Database database = window.desk().database();
                choose(window, run);
                window.fire("undo-run");
                window.until(() -> window.scene().lookup("#undo-panel").isVisible());
                assertThat(window.text("undo-summary")).startsWith("1 record changes");
                assertThat(((ListView<?>) window.node("undo-items")).getItems()).hasSize(1);
                window.until(() -> window.scene().getRoot().lookupAll(".undo-item .label").stream()
                        .map(each -> ((Labeled) each).getText())
                        .toList()
                        .equals(List.of("A-00001   MH12AB1234", "Notes: written at A by mistake → –")));
                window.picture("undo-preview");
                assertThat(notes(database, visit)).isEqualTo("written at A by mistake");
                window.press(KeyCode.ESCAPE);
                assertThat(window.node("undo-panel").isVisible()).isFalse();
                window.fire("undo-run");
                window.until(() -> window.scene().lookup("#undo-panel").isVisible());
                window.fire("undo-confirm");
                window.until(() -> told(window).contains("1 record was changed back"));
                assertThat(notes(database, visit)).isNull();
                assertThat(undoOf(database, run)).hasSize(1);
                window.until(() -> window.desk().exchange().counts().pending() == 0);
                window.picture("undo-done");
            }
            a.sync();
            assertThat(notes(a.register().database(), visit)).isNull();
        }
    }

    @Test
    void whoHasANameTakesAPaymentBackWithASecondPersonOnly() throws IOException {
        TestYard site = TestYard.in(folder);
        try (TestDesk a = site.join("A")) {
            TestDesk b = site.join("B");
            EntryId visit = a.enter("MH12AB1234", MORNING);
            a.sync();
            b.sync();
            a.exit(visit, Departure.Settlement.CASH, Duration.ofMinutes(5));
            a.sync();
            b.sync();
            long run = newestRun(b);
            Choices.FIRST.withAttendant("Asha").write(folder.resolve("B"));
            try (TestWindow window = b.window()) {
                Database database = window.desk().database();
                choose(window, run);
                window.fire("undo-run");
                window.until(() -> window.scene().lookup("#undo-panel").isVisible());
                assertThat(window.node("undo-second").isVisible()).isTrue();
                assertThat(window.node("undo-confirm").isDisabled()).isTrue();
                typeSecond(window, "asha");
                window.picture("undo-second-person");
                window.fire("undo-confirm");
                window.until(() -> told(window).contains("another one than Asha"));
                assertThat(window.node("undo-panel").isVisible()).isTrue();
                assertThat(undoOf(database, run)).isEmpty();
                typeSecond(window, "Ravi");
                window.fire("undo-confirm");
                window.until(() -> told(window).contains("1 record was changed back"));
                assertThat(window.node("undo-panel").isVisible()).isFalse();
                assertThat(undoOf(database, run)).hasSize(1);
            }
        }
    }

    private static void typeSecond(TestWindow window, String name) {
        // Before the next frame a box that is new here hears no key.
        window.until(() -> window.control("undo-second", TextInputControl.class).getSkin() != null);
        TestWindow.onWindow(() -> {
            window.node("undo-second").requestFocus();
            window.control("undo-second", TextInputControl.class).clear();
            return window;
        });
        window.type(name);
    }

    private static String told(TestWindow window) {
        return window.scene().lookup("#message .label") instanceof Labeled label ? label.getText() : "";
    }

    private static long newestRun(TestDesk desk) {
        return new SyncQueries(desk.register().database()).runs().getFirst().id();
    }

    private static List<RunItem> undoOf(Database database, long run) {
        return new SyncQueries(database)
                .runs().stream()
                        .filter(each -> each.undoing().undoes() != null
                                && each.undoing().undoes() == run)
                        .toList();
    }

    @SuppressWarnings("unchecked")
    private static void choose(TestWindow window, long run) {
        window.press(KeyCode.F9);
        window.until(() -> window.scene().lookup("#runs") instanceof TableView<?> runs
                && !runs.getItems().isEmpty());
        TestWindow.onWindow(() -> {
            TableView<RunItem> runs = (TableView<RunItem>) window.scene().lookup("#runs");
            runs.getItems().stream().filter(each -> each.id() == run).forEach(runs.getSelectionModel()::select);
            return runs;
        });
    }

    private static @Nullable String notes(Database database, EntryId visit) {
        Found found = new EntryQueries(database).find(visit.toString());
        Entry entry = ((Found.One) found).row().entry();
        return entry.description().notes();
    }
}
