package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.query.SyncCounts;
import gatebook.store.query.SyncQueries;
import gatebook.store.record.EntryRow;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole shift at the gate without a mouse, half of it without a network. */
final class ShiftTest {
    private static final int VEHICLES = 120;
    private static final int KEPT_INSIDE_EACH = 4;

    private final Clock clock = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void aShiftOf120VehiclesByKeysAloneOfflineHalfway() throws Exception {
        Path desk = folder.resolve("desk");
        try (TestSite site = new TestSite(folder.resolve("cloud"));
                CuttableLine line = new CuttableLine(site.port())) {
            site.joins(desk, line.address());
            try (GateWindow gate = GateWindow.open(desk, clock)) {
                gate.shows("link", "Online");
                for (int number = 1; number <= VEHICLES; number++) {
                    if (number == VEHICLES / 2) {
                        line.cut();
                    }
                    enters(gate, number);
                    if (number % KEPT_INSIDE_EACH != 0) {
                        leaves(gate, number);
                    }
                }
                gate.shows("link", "Offline");
                gate.window.picture("shift-offline");
                line.mend();
                gate.window.press(KeyCode.F6);
                gate.window.until(() -> gate.window.text("pending").isEmpty());
                gate.shows("link", "Online");
                gate.window.picture("shift-done");
                List<EntryRow> rows = gate.rows();
                assertThat(rows).hasSize(VEHICLES);
                assertThat(rows).filteredOn(row -> row.entry().isInside()).hasSize(VEHICLES / KEPT_INSIDE_EACH);
                assertThat(pending(desk)).isEqualTo(new SyncCounts(0, 0, 0, null));
            }
        }
    }

    private SyncCounts pending(Path desk) {
        return GateWindow.register(desk, clock, register -> new SyncQueries(register.database()).counts());
    }

    private static void enters(GateWindow gate, int number) {
        gate.press(KeyCode.F2);
        gate.focused("entry-vehicle-number");
        gate.type("MH" + (1_000 + number));
        gate.press(KeyCode.ENTER);
        gate.focused("entry-vehicle-type");
        gate.type(Integer.toString(1 + number % 4));
        gate.focused("entry-transport-name");
        gate.type("k");
        gate.press(KeyCode.ENTER, KeyCode.CONTROL);
        gate.told("MH" + (1_000 + number) + " is written in");
    }

    private static void leaves(GateWindow gate, int number) {
        gate.leaves(Integer.toString(1_000 + number), "MH" + (1_000 + number));
        switch (number % 3) {
            case 0 -> gate.press(KeyCode.O, KeyCode.CONTROL);
            case 1 -> gate.press(KeyCode.U, KeyCode.CONTROL);
            default -> gate.press(KeyCode.ENTER);
        }
        gate.shows("exit-last", "MH" + (1_000 + number) + " left");
    }
}
