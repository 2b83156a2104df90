package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.look.Choices;
import gatebook.rules.entry.EntryId;
import gatebook.store.operation.Departure;
import gatebook.store.query.AuditRow;
import gatebook.store.query.EntryQueries;
import gatebook.store.record.EntryRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list finds, corrects, voids and writes out, by keys alone. */
final class SearchTest {
    @TempDir
    Path folder;

    private EntryId first;

    private TestDesk yard(int vehicles) {
        TestDesk desk = TestDesk.in(folder, UuidCreator::getTimeOrderedEpoch);
        for (int at = 0; at < vehicles; at++) {
            EntryId entered =
                    desk.enter("MH12AB%04d".formatted(at), Duration.ofHours(30).minusMinutes(at));
            if (at == 0) {
                first = entered;
            }
            if (at % 2 == 0) {
                desk.exit(entered, Departure.Settlement.CASH, Duration.ofMinutes(3));
            }
        }
        return desk;
    }

    @SuppressWarnings("unchecked")
    private static TableView<EntryRow> table(TestWindow window) {
        return (TableView<EntryRow>) window.node("search-table");
    }

    private static void rows(TestWindow window, int rows) {
        window.until(() -> {
            var table = (TableView<?>) window.scene().lookup("#search-table");
            return table != null && table.getItems().size() == rows;
        });
    }

    private static void set(TestWindow window, String id, String text) {
        TestWindow.onWindow(() -> {
            ((TextField) window.scene().lookup("#" + id)).setText(text);
            return text;
        });
    }

    private static void select(TestWindow window, int... rows) {
        TableView<EntryRow> table = table(window);
        TestWindow.onWindow(() -> {
            table.requestFocus();
            table.getSelectionModel().clearSelection();
            for (int row : rows) {
                table.getSelectionModel().select(row);
            }
            return table;
        });
    }

    @Test
    void whatIsTypedNarrowsTheListAndF5ShowsThoseInside() {
        try (TestWindow window = yard(8).window()) {
            window.press(KeyCode.F4);
            rows(window, 8);
            window.picture("search");
            window.type("ab0003");
            rows(window, 1);
            set(window, "search-number", "");
            set(window, "search-transport", "Nobody");
            rows(window, 0);
            window.press(KeyCode.F5);
            rows(window, 4);
            assertThat(table(window).getItems())
                    .allSatisfy(row -> assertThat(row.entry().isInside()).isTrue());
        }
    }

    @Test
    void aListThatIsCutOffSaysSo() {
        try (TestWindow window = yard(510).window()) {
            window.press(KeyCode.F4);
            rows(window, 500);
            assertThat(window.text("search-count")).contains("500 newest of more");
        }
    }

    @Test
    void enterCorrectsAnEntryAndCtrlZTakesItBack() {
        try (TestWindow window = yard(2).window()) {
            window.press(KeyCode.F4);
            rows(window, 2);
            TableView<EntryRow> table = table(window);
            select(window, 1);
            window.press(KeyCode.ENTER);
            window.picture("search-edit");
            set(window, "edit-notes", "broken lamp");
            window.press(KeyCode.ENTER);
            window.until(() -> "broken lamp"
                    .equals(table.getItems().get(1).entry().description().notes()));
            window.press(KeyCode.Z, KeyCode.CONTROL);
            window.until(() -> table.getItems().get(1).entry().description().notes() == null);
        }
        assertThat(history()).extracting(AuditRow::operation).hasSize(4);
    }

    private List<AuditRow> history() {
        try (TestDesk desk = TestDesk.in(folder, UuidCreator::getTimeOrderedEpoch)) {
            return new EntryQueries(desk.register().database()).history(first);
        }
    }

    @Test
    void severalAreVoidedWithOneReasonAndNoneWithoutIt() {
        try (TestWindow window = yard(5).window()) {
            window.press(KeyCode.F4);
            rows(window, 5);
            select(window, 0, 1, 4);
            window.press(KeyCode.DELETE);
            window.press(KeyCode.ENTER);
            assertThat(window.text("voiding-wrong")).contains("reason is needed");
            window.picture("search-void");
            window.type("twice");
            window.press(KeyCode.ENTER);
            rows(window, 2);
        }
        assertThat(history().getLast().reason()).isEqualTo("twice");
    }

    @Test
    void whatIsShownIsWrittenToAFileOfEachFormat() throws IOException {
        try (TestWindow window = yard(4).window()) {
            window.press(KeyCode.F4);
            rows(window, 4);
            window.press(KeyCode.F5);
            rows(window, 2);
            for (String format : new String[] {"csv", "xlsx", "pdf"}) {
                window.press(KeyCode.E, KeyCode.CONTROL);
                TestWindow.onWindow(() -> {
                    ((RadioButton) window.scene().lookup("#export-" + format)).fire();
                    return format;
                });
                set(window, "export-file", folder.resolve("list." + format).toString());
                window.picture("search-export");
                window.press(KeyCode.ENTER);
                window.until(() -> window.scene().lookup("#export") == null);
            }
        }
        assertThat(Files.readString(folder.resolve("list.csv")))
                .contains("MH12AB0003")
                .doesNotContain("MH12AB0002");
        assertThat(folder.resolve("list.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("list.pdf")).isNotEmptyFile();
    }

    @Test
    void theListStandsInDarkLargeAndHindi() throws IOException {
        TestDesk desk = yard(8);
        Choices.FIRST
                .withShade(Choices.Shade.DARK)
                .withLanguage(Locale.of("hi", "IN"))
                .withSize(Choices.TextSize.LARGE)
                .write(folder);
        try (TestWindow window = desk.window()) {
            window.press(KeyCode.F4);
            rows(window, 8);
            select(window, 1);
            window.press(KeyCode.ENTER);
            window.picture("search-dark-hindi");
            assertThat(((Labeled) window.node("search-count")).getText()).contains("8");
        }
    }
}
