package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A truck that is known is in, and out, by so few keys that a person who takes a third of a second for each needs less than
 * six seconds and ten. How long the window itself takes is printed; docs/performance.md has the figures.
 */
final class KeystrokesTest {
    private static final Duration A_KEY = Duration.ofMillis(333);
    private static final String PLATE = "MH12AB1234";

    private final Clock clock = Clock.systemUTC();
    private int keys;

    @TempDir
    Path folder;

    @Test
    void aKnownTruckIsInAndOutWithinAFewKeys() {
        GateWindow.came(folder, clock, PLATE, clock.instant().minus(Duration.ofDays(3)));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.leaves("1234", PLATE);
            gate.press(KeyCode.ENTER);
            gate.shows("exit-last", "left");
            long begun = System.nanoTime();
            press(gate, KeyCode.F2);
            gate.focused("entry-vehicle-number");
            type(gate, PLATE);
            press(gate, KeyCode.ENTER);
            gate.focused("entry-save");
            press(gate, KeyCode.ENTER);
            gate.told(PLATE + " is written in");
            told("in", begun, Duration.ofSeconds(6));
            long out = System.nanoTime();
            press(gate, KeyCode.F3);
            type(gate, "1234");
            press(gate, KeyCode.ENTER);
            gate.focused("exit-given");
            press(gate, KeyCode.ENTER);
            // The line about the exit of three days ago says the same as the one that is waited for.
            gate.window.until(() -> !gate.row(PLATE).entry().isInside());
            told("out", out, Duration.ofSeconds(10));
        }
    }

    private void told(String what, long begun, Duration bound) {
        long machine = (System.nanoTime() - begun) / 1_000_000;
        Duration hands = A_KEY.multipliedBy(keys);
        System.out.printf(
                "## %s: %d keys, %d ms of hands, %d ms of the window%n", what, keys, hands.toMillis(), machine);
        assertThat(hands).isLessThan(bound);
        keys = 0;
    }

    private void press(GateWindow gate, KeyCode key) {
        keys++;
        gate.press(key);
    }

    private void type(GateWindow gate, String text) {
        keys += text.length();
        gate.type(text);
    }
}
