package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Description;
import gatebook.rules.entry.VehicleType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a vehicle in, by keys alone. */
final class EntryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:40:10.536Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void enterLeadsFromFieldToFieldAndSaves() {
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.press(KeyCode.F2);
            gate.focused("entry-vehicle-number");
            gate.type("MH12AB1234");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-vehicle-type");
            gate.type("2");
            gate.focused("entry-transport-name");
            gate.type("konkan");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-driver-name");
            gate.type("ramesh");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-driver-contact");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-location");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-notes");
            gate.type("oil leak");
            gate.window.picture("entry-filled");
            gate.press(KeyCode.ENTER);
            gate.shows("entry-ticket", "A-00001");
            gate.focused("entry-vehicle-number");
            assertThat(gate.typed("entry-vehicle-number")).isEmpty();
            gate.window.picture("entry-saved");
            assertThat(gate.row("MH12AB1234").entry().description())
                    .isEqualTo(
                            new Description("konkan", new VehicleType("6 Wheeler"), "ramesh", null, null, "oil leak"));
        }
    }

    @Test
    void aKnownVehicleIsWrittenInByItsNumberAlone() {
        GateWindow.came(folder, clock, "MH12AB1234", NOW.minus(Duration.ofHours(2)));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.press(KeyCode.F2);
            gate.type("MH12AB1234");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-save");
            gate.shows("entry-inside", "A-00001");
            assertThat(gate.typed("entry-driver-name")).isEqualTo("Ramesh");
            assertThat(gate.typed("entry-notes")).isEmpty();
            gate.window.picture("entry-known-and-inside");
            gate.press(KeyCode.ENTER);
            gate.shows("entry-ticket", "A-00002");
            assertThat(gate.rows()).hasSize(2);
        }
    }

    @Test
    void whatWasFilledInForOneVehicleDoesNotStayWithAnother() {
        GateWindow.came(folder, clock, "MH12AB1234", NOW.minus(Duration.ofHours(2)));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.press(KeyCode.F2);
            gate.type("MH12AB1234");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-save");
            gate.press(KeyCode.F2);
            gate.focused("entry-vehicle-number");
            gate.type("9");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-vehicle-type");
            assertThat(gate.typed("entry-driver-name")).isEmpty();
            assertThat(gate.typed("entry-transport-name")).isEmpty();
        }
    }

    @Test
    void namesOfTheHistoryCompleteWhatIsTyped() {
        GateWindow.came(folder, clock, "MH12AB1234", NOW.minus(Duration.ofHours(2)));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.press(KeyCode.F2);
            gate.type("8822");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-vehicle-type");
            gate.type("1");
            gate.focused("entry-transport-name");
            gate.type("kon");
            gate.window.until(() -> gate.window
                    .scene()
                    .lookup("#entry-transport-name-suggestions")
                    .isVisible());
            gate.window.picture("entry-completion");
            gate.press(KeyCode.DOWN);
            gate.press(KeyCode.ENTER);
            gate.focused("entry-driver-name");
            assertThat(gate.typed("entry-transport-name")).isEqualTo("Konkan Carriers");
        }
    }

    @Test
    void theDraftSurvivesAWindowThatIsGone() {
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.press(KeyCode.F2);
            gate.type("MH14");
            gate.press(KeyCode.F6);
            gate.window.until(
                    () -> folder.resolve("entry-draft.properties").toFile().exists());
        }
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.press(KeyCode.F2);
            gate.told("typed before");
            assertThat(gate.typed("entry-vehicle-number")).isEqualTo("MH14");
        }
    }

    @Test
    void whatIsMissingIsSaidAtTheFieldAndNothingIsLost() {
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.press(KeyCode.F2);
            gate.type("1234");
            gate.press(KeyCode.ENTER, KeyCode.CONTROL);
            gate.shows("entry-vehicle-type-fault", "needed");
            gate.told("GB-1001");
            assertThat(gate.typed("entry-vehicle-number")).isEqualTo("1234");
            gate.window.picture("entry-refused");
        }
    }

    @Test
    void theLastEntryIsTakenBackByAKeyAndVoidedWithAReason() {
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.press(KeyCode.F2);
            gate.type("1234");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-vehicle-type");
            gate.type("1");
            gate.focused("entry-transport-name");
            gate.type("shree");
            gate.press(KeyCode.ENTER, KeyCode.CONTROL);
            gate.shows("entry-ticket", "A-00001");
            gate.press(KeyCode.Z, KeyCode.CONTROL);
            gate.told("1234 was taken back");
            assertThat(gate.rows()).isEmpty();
        }
    }
}
