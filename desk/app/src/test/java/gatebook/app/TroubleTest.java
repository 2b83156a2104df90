package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.desk.WindowOptions;
import gatebook.store.file.DeskHome;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import gatebook.sync.engine.EngineSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever fails beneath the window, it says what happened and what to do, and what was typed stays. */
final class TroubleTest {
    private final Clock clock = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void aFullDiskTakesNothingKeepsWhatWasTypedAndTakesItOnceThereIsRoom() {
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            write(gate, "MH1001");
            gate.told("MH1001 is written in");
            Database database = gate.window.desk().database();
            room(database, 1);
            write(gate, "MH1002");
            gate.told("disk is full");
            gate.told("GB-1101");
            gate.window.picture("trouble-disk-full");
            assertThat(gate.typed("entry-vehicle-number")).isEqualTo("MH1002");
            assertThat(gate.typed("entry-notes")).startsWith("oil");
            assertThat(gate.rows()).hasSize(1);
            room(database, 1_000_000);
            gate.press(KeyCode.ENTER, KeyCode.CONTROL);
            gate.told("MH1002 is written in");
            assertThat(gate.typed("entry-vehicle-number")).isEmpty();
            assertThat(gate.rows()).hasSize(2);
        }
    }

    private static void write(GateWindow gate, String plate) {
        gate.press(KeyCode.F2);
        gate.focused("entry-vehicle-number");
        gate.type(plate);
        gate.press(KeyCode.ENTER);
        gate.focused("entry-vehicle-type");
        gate.type("1");
        gate.focused("entry-transport-name");
        gate.type("konkan");
        gate.window.enter("entry-notes", "oil ".repeat(700));
        gate.press(KeyCode.ENTER, KeyCode.CONTROL);
    }

    /** SQLite's own bound for the file answers as a full disk does; it is never below what the file has. */
    private static void room(Database database, int pages) {
        database.write(Turn.ENGINE, session -> session.number("PRAGMA max_page_count = " + pages));
    }

    @Test
    void whenSyncingHasStoppedTheBarSaysSoAndAPersonStartsItAgain() throws Exception {
        MortalChance chance = new MortalChance();
        try (TestSite site = new TestSite(folder.resolve("cloud"));
                CuttableLine line = new CuttableLine(site.port())) {
            Path desk = folder.resolve("desk");
            site.joins(desk, line.address());
            WindowOptions options = new WindowOptions(
                    new DeskHome(desk),
                    EngineSettings.DEFAULT,
                    clock,
                    System::nanoTime,
                    UuidCreator::getTimeOrderedEpoch,
                    chance);
            try (GateWindow gate = GateWindow.open(desk, clock, options)) {
                gate.shows("link", "Online");
                chance.deadly.set(true);
                gate.window.fire("sync-now");
                gate.shows("link", "Offline: a fault has stopped syncing");
                assertThat(button(gate).getText()).isEqualTo("Start syncing again");
                assertThat(button(gate).isDisabled()).isFalse();
                write(gate, "MH1001");
                gate.told("MH1001 is written in");
                gate.shows("pending", "1 pending");
                gate.window.picture("trouble-sync-stopped");
                chance.deadly.set(false);
                gate.window.fire("sync-now");
                gate.shows("link", "Online");
                gate.window.until(() -> gate.window.text("pending").isEmpty());
                gate.window.until(() -> button(gate).getText().equals("Sync Now"));
            }
        }
    }

    private static Labeled button(GateWindow gate) {
        return gate.window.control("sync-now", Labeled.class);
    }

    /** Takes the sync thread with it when told to, as a heap that is full would. */
    private static final class MortalChance implements RandomGenerator {
        private final Random chance = new Random(1);
        private final AtomicBoolean deadly = new AtomicBoolean();

        @Override
        public long nextLong() {
            if (deadly.get() && Thread.currentThread().getName().equals("gatebook-sync")) {
                throw new OutOfMemoryError("as when the heap is full");
            }
            return chance.nextLong();
        }
    }
}
