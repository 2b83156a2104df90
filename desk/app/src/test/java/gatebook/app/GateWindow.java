package gatebook.app;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.desk.WindowOptions;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.EntryQueries;
import gatebook.store.record.EntryRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/** A window at a gate, as its attendant works it: by keys; and its register, as another program of the desk reads it. */
final class GateWindow implements AutoCloseable {
    final TestWindow window;
    private final Path folder;
    private final Clock clock;

    private GateWindow(Path folder, Clock clock, WindowOptions options) {
        this.folder = folder;
        this.clock = clock;
        this.window = TestWindow.open(options);
        window.until(() -> window.scene().lookup("#home-parked") != null);
    }

    static GateWindow open(Path folder, Clock clock) {
        return open(folder, clock, TestWindow.options(folder, clock, UuidCreator::getTimeOrderedEpoch));
    }

    static GateWindow open(Path folder, Clock clock, WindowOptions options) {
        return new GateWindow(folder, clock, options);
    }

    /** Asks the register. */
    static <T> T register(Path folder, Clock clock, Function<Register, T> question) {
        RegisterFile file = new RegisterFile(new DeskHome(folder), clock, UuidCreator::getTimeOrderedEpoch);
        try (Register register = ((Opening.Opened) file.open(Scrutiny.USUAL)).register()) {
            return question.apply(register);
        }
    }

    /** A vehicle that came before the window was opened. */
    static EntryRow came(Path folder, Clock clock, String plate, Instant at) {
        return register(folder, clock, register -> {
            Outcome outcome = new RegisterEntry(register.database(), clock, UuidCreator::getTimeOrderedEpoch)
                    .register(new Arrival(
                            plate, "6 Wheeler", "Konkan Carriers", "Ramesh", "98200", "Bay 4", "oil", at, "Asha"));
            return ((Outcome.Done) outcome).row();
        });
    }

    /** So many vehicles came before the window was opened, a second apart. */
    static void came(Path folder, Clock clock, String plate, int count) {
        Instant now = clock.instant();
        register(folder, clock, register -> {
            RegisterEntry gate = new RegisterEntry(register.database(), clock, UuidCreator::getTimeOrderedEpoch);
            for (int number = 1; number <= count; number++) {
                gate.register(new Arrival(
                        plate + number, "Trailer", "Konkan", null, null, null, null, now.minusSeconds(number), "Asha"));
            }
            return count;
        });
    }

    List<EntryRow> rows() {
        return register(
                folder,
                clock,
                register -> new EntryQueries(register.database()).list(EntryFilter.ANY.withLimit(1_000)));
    }

    EntryRow row(String plate) {
        return rows().stream()
                .filter(row -> row.entry().plate().typed().equals(plate))
                .findFirst()
                .orElseThrow();
    }

    void press(KeyCode key, KeyCode... held) {
        window.press(key, held);
    }

    void type(String text) {
        window.type(text);
    }

    void focused(String id) {
        window.until(() -> window.scene().getFocusOwner() != null
                && id.equals(window.scene().getFocusOwner().getId()));
    }

    void shows(String id, String part) {
        window.until(() -> window.scene().lookup("#" + id) instanceof javafx.scene.control.Labeled label
                && label.isVisible()
                && label.getText().contains(part));
    }

    String typed(String id) {
        return TestWindow.onWindow(() -> ((TextInputControl) window.scene().lookup("#" + id)).getText());
    }

    /** Opens the bill of a vehicle by the box. */
    void leaves(String digits, String plate) {
        press(KeyCode.F, KeyCode.CONTROL);
        focused("find");
        type(digits);
        press(KeyCode.ENTER);
        focused("exit-given");
        shows("exit-plate", plate);
    }

    /** What was told last. */
    void told(String part) {
        window.until(() -> window.scene().lookup("#message .label") instanceof javafx.scene.control.Labeled label
                && label.getText().contains(part));
    }

    @Override
    public void close() {
        window.close();
    }
}
