package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.PaymentStatus;
import gatebook.store.record.EntryRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a vehicle out and taking the money, by keys alone. */
final class ExitTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:40:10.536Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void enterIsPaidInCashExactly() {
        came("MH12AB1234", Duration.ofHours(25));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.leaves("1234", "MH12AB1234");
            assertThat(gate.window.text("exit-fee")).isEqualTo("₹300");
            gate.window.picture("exit");
            gate.press(KeyCode.ENTER);
            gate.shows("exit-last", "paid ₹300 in cash");
            gate.focused("find");
            gate.window.picture("exit-done");
            EntryRow left = gate.row("MH12AB1234");
            assertThat(left.entry().stay().fee().minor()).isEqualTo(30_000);
            assertThat(left.entry().payment()).isEqualTo(new Payment(PaymentStatus.PAID, "Cash"));
        }
    }

    @Test
    void anEnterThatIsHeldDownPaysNothing() {
        came("MH12AB1234", Duration.ofHours(25));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.type("1234");
            Robot robot = TestWindow.onWindow(Robot::new);
            hold(robot);
            gate.focused("exit-given");
            hold(robot);
            hold(robot);
            gate.window.settle();
            TestWindow.onWindow(() -> {
                robot.keyRelease(KeyCode.ENTER);
                return robot;
            });
            assertThat(gate.row("MH12AB1234").entry().isInside()).isTrue();
            gate.press(KeyCode.ENTER);
            gate.shows("exit-last", "cash");
        }
    }

    private static void hold(Robot robot) {
        TestWindow.onWindow(() -> {
            robot.keyPress(KeyCode.ENTER);
            return robot;
        });
    }

    @Test
    void changeIsCountedForTheCashThatIsGiven() {
        came("MH12AB1234", Duration.ofHours(2));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.leaves("1234", "MH12AB1234");
            gate.type("100");
            gate.shows("exit-change", "₹50 is missing");
            gate.press(KeyCode.ENTER);
            assertThat(gate.row("MH12AB1234").entry().isInside()).isTrue();
            gate.type("0");
            gate.shows("exit-change", "Give back ₹850");
            gate.window.picture("exit-change");
            gate.press(KeyCode.ENTER);
            gate.shows("exit-last", "Give back ₹850");
        }
    }

    @Test
    void onlineAndUnpaidHaveAKeyEach() {
        came("MH12AB1234", Duration.ofHours(2));
        came("MH14CD8822", Duration.ofHours(3));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.leaves("1234", "MH12AB1234");
            gate.press(KeyCode.O, KeyCode.CONTROL);
            gate.shows("exit-last", "online");
            gate.leaves("8822", "MH14CD8822");
            gate.press(KeyCode.U, KeyCode.CONTROL);
            gate.shows("exit-last", "owes");
            assertThat(gate.row("MH12AB1234").entry().payment()).isEqualTo(new Payment(PaymentStatus.PAID, "Online"));
            assertThat(gate.row("MH14CD8822").entry().payment()).isEqualTo(Payment.NONE);
        }
    }

    @Test
    void aFeeSetByHandKeepsTheComputedOneAndTheReason() {
        came("MH12AB1234", Duration.ofHours(2));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.leaves("1234", "MH12AB1234");
            gate.press(KeyCode.M, KeyCode.CONTROL);
            gate.focused("exit-by-hand");
            gate.type("120");
            gate.press(KeyCode.ENTER);
            gate.focused("exit-reason");
            gate.window.picture("exit-override");
            gate.type("2");
            gate.shows("exit-instead-of", "Agreed rate");
            gate.focused("exit-given");
            gate.press(KeyCode.ENTER);
            gate.shows("exit-last", "₹120");
            Entry left = gate.row("MH12AB1234").entry();
            assertThat(left.stay().fee().minor()).isEqualTo(12_000);
            assertThat(left.stay().computedFee())
                    .isEqualTo(left.stay()
                            .fee()
                            .plus(left.stay().fee())
                            .minus(new gatebook.rules.money.Money(
                                    9_000, left.stay().fee().currency())));
            assertThat(left.stay().feeManuallySet()).isTrue();
            assertThat(left.stay().feeReason()).isEqualTo("Agreed rate");
        }
    }

    @Test
    void theEntryTimeIsCorrectedAndTheFeeWithIt() {
        came("MH12AB1234", Duration.ofHours(2));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.leaves("1234", "MH12AB1234");
            gate.press(KeyCode.T, KeyCode.CONTROL);
            gate.focused("exit-entry-time");
            gate.window.picture("exit-entry-time");
            gate.window.enter("exit-entry-time", "2026-11-20 08:00");
            gate.press(KeyCode.ENTER);
            gate.shows("exit-fee", "₹450");
            gate.focused("exit-given");
            assertThat(gate.row("MH12AB1234").entry().entryTime()).isEqualTo(Instant.parse("2026-11-20T02:30:00Z"));
        }
    }

    @Test
    void anExitIsTakenBackByAKeyAsIfItHadNotBeen() {
        Entry before = came("MH12AB1234", Duration.ofHours(2)).entry();
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.leaves("1234", "MH12AB1234");
            gate.press(KeyCode.ENTER);
            gate.shows("exit-last", "cash");
            gate.press(KeyCode.Z, KeyCode.CONTROL);
            gate.told("inside again");
            Entry now = gate.row("MH12AB1234").entry();
            assertThat(now.stay()).isEqualTo(before.stay());
            assertThat(now.payment()).isEqualTo(before.payment());
        }
    }

    @Test
    void withoutAVehicleThoseInsideLongestAreShown() {
        came("MH12AB1234", Duration.ofHours(2));
        came("MH14CD8822", Duration.ofHours(30));
        try (GateWindow gate = GateWindow.open(folder, clock)) {
            gate.press(KeyCode.F3);
            gate.focused("find");
            gate.window.until(
                    () -> gate.window.scene().lookup("#exit-longest") instanceof javafx.scene.control.ListView<?> list
                            && list.getItems().size() == 2);
            gate.window.picture("exit-longest");
        }
    }

    private EntryRow came(String plate, Duration ago) {
        return GateWindow.came(folder, clock, plate, NOW.minus(ago));
    }
}
