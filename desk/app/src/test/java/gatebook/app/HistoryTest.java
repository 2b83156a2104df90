package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.look.Choices;
import gatebook.rules.entry.EntryId;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Departure;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.operation.RegisterExit;
import gatebook.store.sqlite.Turn;
import gatebook.store.witness.Finding;
import gatebook.store.witness.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened can be read in the window, and the desk can be set up in it. */
final class HistoryTest {
    @TempDir
    Path folder;

    @Test
    void theLifeOfAnEntryIsToldFromItsArrivalToItsDeparture() {
        visit("MH12AB1234");
        try (TestWindow window = open()) {
            window.type("1234");
            window.until(() -> window.scene().lookup("#find-results").isVisible());
            window.press(KeyCode.ENTER);
            window.until(() -> window.scene().lookup("#moments") instanceof ListView<?> moments
                    && moments.getItems().size() == 2);
            assertThat(window.text("story-vehicle")).isEqualTo("MH12AB1234");
            window.picture("history-entry");
        }
    }

    @Test
    void theTrailIsCheckedFromTheWindow() {
        visit("MH12AB1234");
        try (TestWindow window = open()) {
            window.press(KeyCode.F9);
            window.fire("verify");
            window.until(() -> window.shows("history-answer", "2 rows"));
            window.picture("history-runs");
        }
    }

    @Test
    void whatWasFoundOutAboutTheTrailIsAcknowledgedWithAReasonAndByName() throws IOException {
        visit("MH12AB1234");
        GateWindow.register(
                folder,
                Clock.systemUTC(),
                register -> register.database()
                        .write(
                                Turn.ENGINE,
                                session -> Findings.tailMissing(
                                        session,
                                        new Findings.Gap(2, 5),
                                        new Findings.Found(Instant.EPOCH, UuidCreator::getTimeOrderedEpoch))));
        Choices.FIRST.withAttendant("Meera").write(folder);
        try (TestWindow window = open()) {
            window.press(KeyCode.F9);
            window.fire("verify");
            window.until(() -> window.scene().lookup("#finding-reason-1") != null);
            assertThat(window.node("finding-acknowledge-1").isDisabled()).isTrue();
            // Before the next frame a box that is new here hears no key.
            window.until(
                    () -> window.scene().lookup("#finding-reason-1") instanceof TextField box && box.getSkin() != null);
            TestWindow.onWindow(() -> {
                window.scene().lookup("#finding-reason-1").requestFocus();
                return window;
            });
            window.type("restored from the copy of monday");
            window.picture("history-finding");
            window.press(KeyCode.ENTER);
            window.until(() -> !window.scene().lookup("#findings").isVisible());
            Finding kept = window.desk().database().read(Findings::all).getFirst();
            assertThat(kept.acknowledgement())
                    .extracting(Finding.Acknowledgement::by, Finding.Acknowledgement::reason)
                    .containsExactly("Meera", "restored from the copy of monday");
            window.fire("verify");
            window.until(() -> window.shows("history-answer", "4 rows"));
        }
    }

    @Test
    void theSettingsReadInEachLanguageColourAndSize() throws IOException {
        for (String language : new String[] {"en", "hi", "mr"}) {
            for (Choices.TextSize size : Choices.TextSize.values()) {
                Choices.FIRST
                        .withLanguage(Locale.of(language, "IN"))
                        .withSize(size)
                        .withShade(size == Choices.TextSize.LARGE ? Choices.Shade.DARK : Choices.Shade.LIGHT)
                        .write(folder);
                try (TestWindow window = open()) {
                    window.press(KeyCode.F10);
                    window.until(() -> window.shows("desk-is", "Asia/Kolkata"));
                    window.picture("settings-" + language + "-" + size.name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private TestWindow open() {
        return TestWindow.open(TestWindow.options(folder, Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch));
    }

    private void visit(String vehicle) {
        RegisterFile file = new RegisterFile(new DeskHome(folder), Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch);
        try (var register = ((Opening.Opened) file.open(Scrutiny.USUAL)).register()) {
            Outcome in = new RegisterEntry(register.database(), Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch)
                    .register(new Arrival(vehicle, "Trailer", "Konkan Carriers", null, null, null, null, null, "Asha"));
            EntryId entry = ((Outcome.Done) in).row().entry().id();
            new RegisterExit(register.database(), Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch)
                    .register(entry, new Departure(Departure.Settlement.CASH, null, null, null, "Asha"));
        }
    }
}
