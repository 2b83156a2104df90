package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.look.Choices;
import gatebook.rules.money.Money;
import gatebook.rules.yard.Yard;
import gatebook.store.operation.Departure;
import gatebook.store.operation.RegisterExit;
import gatebook.store.record.EntryRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate's screens can be looked at in every dress. */
final class PicturesOfTheGateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:40:10.536Z");

    /** As many as Home has in its chart of income. */
    private static final int DAYS = 14;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    static Stream<Arguments> dresses() {
        Choices first = Choices.FIRST;
        return Stream.of(
                Arguments.of("light", first),
                Arguments.of("dark", first.withShade(Choices.Shade.DARK)),
                Arguments.of("hindi", first.withLanguage(Locale.of("hi", "IN"))),
                Arguments.of("marathi", first.withLanguage(Locale.of("mr", "IN"))),
                Arguments.of("huge", first.withSize(Choices.TextSize.HUGE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dresses")
    void everyScreenShowsItsDay(String name, Choices choices) throws IOException {
        aDay();
        choices.write(folder);
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.shows("home-parked", "12");
            gate.window.picture("home-" + name);
            gate.press(KeyCode.F2);
            gate.focused("entry-vehicle-number");
            gate.type("MH1003");
            gate.press(KeyCode.ENTER);
            gate.focused("entry-save");
            gate.window.picture("entry-" + name);
            gate.leaves("1001", "MH1001");
            gate.press(KeyCode.M, KeyCode.CONTROL);
            gate.focused("exit-by-hand");
            assertThat(gate.window.picture("exit-" + name)).isRegularFile();
            gate.press(KeyCode.F4);
            gate.window.until(() -> gate.window.scene().lookup("#search-table") instanceof TableView<?> table
                    && table.getItems().size() == 24 + DAYS - 1);
            gate.window.picture("search-" + name);
            gate.press(KeyCode.F8);
            gate.window.until(() -> gate.window.scene().lookup("#conflicts-list") != null);
            gate.window.picture("inbox-" + name);
            gate.press(KeyCode.F9);
            gate.window.fire("verify");
            gate.shows("history-answer", Integer.toString(36 + 2 * (DAYS - 1)));
            gate.window.picture("history-" + name);
            gate.press(KeyCode.F10);
            gate.shows("desk-is", "Asia/Kolkata");
            gate.window.picture("settings-" + name);
        }
    }

    private void aDay() throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; number <= 24; number++) {
            Duration ago = Duration.ofMinutes(number == 1 ? 1_800 : number * 23L);
            EntryRow row = GateWindow.came(folder, clock, "MH" + (1_000 + number), NOW.minus(ago));
            if (number % 2 == 0) {
                Instant soon = row.entry().entryTime().plus(Duration.ofMinutes(15));
                Departure.Settlement how = number % 6 == 0 ? Departure.Settlement.UNPAID : Departure.Settlement.CASH;
                leaves(row, new Departure(how, null, null, soon.isAfter(NOW) ? NOW : soon, "Asha"));
            }
        }
        for (int days = 1; days < DAYS; days++) {
            EntryRow row = GateWindow.came(folder, clock, "GJ" + (2_000 + days), NOW.minus(Duration.ofDays(days)));
            Money agreed = Money.ofMajor(
                    BigDecimal.valueOf(300L + days * 7 % 5 * 220L), Yard.first().currency());
            Instant soon = row.entry().entryTime().plus(Duration.ofMinutes(50));
            leaves(row, new Departure(Departure.Settlement.CASH, agreed, "Agreed rate", soon, "Asha"));
        }
    }

    private void leaves(EntryRow row, Departure departure) {
        GateWindow.register(
                folder,
                clock,
                register -> new RegisterExit(register.database(), clock, UuidCreator::getTimeOrderedEpoch)
                        .register(row.entry().id(), departure));
    }
}
