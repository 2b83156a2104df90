package gatebook.app.exit;

import gatebook.app.frame.Screen;
import gatebook.app.frame.Surface;
import gatebook.app.frame.Target;
import gatebook.app.look.FollowFocus;
import gatebook.app.look.Fxml;
import gatebook.app.look.KeyHint;
import gatebook.app.words.Amounts;
import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.money.Money;
import gatebook.store.operation.Departure.Settlement;
import gatebook.store.operation.Outcome;
import gatebook.store.record.EntryRow;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A vehicle on its way out: what it owes, large, and a key for each way to settle it. Without a vehicle, those inside longest. */
public final class ExitView implements Screen {
    private final ExitViewModel model;
    private final Surface surface;
    private final Words words;
    private final Amounts amounts;
    private final Refusals refusals;
    private final Map<KeyCombination, Runnable> keys = Map.of(
            control(KeyCode.O),
            () -> settle(Settlement.ONLINE),
            control(KeyCode.U),
            () -> settle(Settlement.UNPAID),
            control(KeyCode.M),
            this::byHand,
            control(KeyCode.T),
            this::openTime);
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    private final InsidePane inside;
    private final BillPane bill;
    private final OverridePanel override;
    private final EntryTimePanel entryTime;

    @FXML
    private ScrollPane exit;

    @FXML
    private VBox places;

    @FXML
    private VBox leaving;

    @FXML
    private Button cash;

    @FXML
    private Button online;

    @FXML
    private Button unpaid;

    @FXML
    private Button byHand;

    @FXML
    private Button correctTime;

    @FXML
    private VBox panels;

    public ExitView(ExitViewModel model, Surface surface, Times times) {
        this.model = model;
        this.surface = surface;
        this.words = times.words();
        this.amounts = new Amounts(words);
        this.refusals = new Refusals(times);
        this.inside = Fxml.load(new InsidePane(times, this::take), "Inside.fxml", words);
        this.bill = Fxml.load(new BillPane(times, this::payCash), "Bill.fxml", words);
        this.override = new OverridePanel(words, this::setByHand);
        this.entryTime = new EntryTimePanel(times, model::now, this::correctTime);
    }

    private static KeyCombination control(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    @FXML
    private void initialize() {
        places.getChildren().add(1, inside.root()); // under the title
        leaving.getChildren().addFirst(bill.root());
        panels.getChildren().setAll(override.root(), entryTime.root());
        FollowFocus.in(exit);
        KeyHint.on(cash, "Enter");
        KeyHint.on(online, "Ctrl+O");
        KeyHint.on(unpaid, "Ctrl+U");
        KeyHint.on(byHand, "Ctrl+M");
        KeyHint.on(correctTime, "Ctrl+T");
        Stream.of(cash, online, unpaid)
                .forEach(button -> button.disableProperty().bind(model.settling()));
        model.longest().addListener((of, before, now) -> inside.show(now));
        model.bill().addListener((of, before, now) -> {
            shown(now.isPresent());
            now.ifPresent(bill::show);
        });
        exit.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        clock.setCycleCount(Animation.INDEFINITE);
        shown(false);
    }

    @Override
    public Node root() {
        return exit;
    }

    @Override
    public void show(Target target) {
        clock.play();
        if (target instanceof Target.Leaving(EntryId entry)) {
            leave(entry);
        } else if (model.bill().get().isEmpty()) {
            choose();
        } else {
            bill.requestFocus();
        }
    }

    @Override
    public void hide() {
        clock.stop();
    }

    @Override
    public boolean back() {
        if (isPanelOpen()) {
            closePanels();
        } else if (model.bill().get().flatMap(Bill::byHand).isPresent()) {
            model.chargeByTariff();
        } else if (model.bill().get().isPresent()) {
            choose();
        } else {
            return false;
        }
        return true;
    }

    private void choose() {
        model.close();
        surface.find();
    }

    private void leave(EntryId entry) {
        bill.clear();
        closePanels();
        model.leave(entry, isInside -> {
            if (isInside) {
                bill.requestFocus();
            } else {
                surface.warn(words.say("exit.not-inside"));
                choose();
            }
        });
    }

    private void take(EntryRow chosen) {
        surface.go(new Target.Leaving(chosen.entry().id()));
    }

    private void tick() {
        model.tick();
    }

    private void pressed(KeyEvent event) {
        if (model.bill().get().isEmpty()) {
            return;
        }
        keys.entrySet().stream()
                .filter(each -> each.getKey().match(event))
                .findFirst()
                .ifPresent(each -> {
                    each.getValue().run();
                    event.consume();
                });
    }

    private void shown(boolean leaves) {
        inside.shown(!leaves);
        leaving.setVisible(leaves);
        leaving.setManaged(leaves);
    }

    @FXML
    private void payCash() {
        if (bill.isEnough()) {
            settle(Settlement.CASH);
        } else {
            bill.requestFocus();
        }
    }

    @FXML
    private void payOnline() {
        settle(Settlement.ONLINE);
    }

    @FXML
    private void leaveUnpaid() {
        settle(Settlement.UNPAID);
    }

    private void settle(Settlement settlement) {
        Optional<Bill> shown = model.bill().get();
        if (isPanelOpen()) {
            surface.warn(words.say("exit.finish-first"));
            return;
        }
        String back = settlement == Settlement.CASH ? bill.back() : "";
        model.settle(settlement, outcome -> {
            switch (outcome) {
                case Outcome.Done(EntryRow row, var already) -> left(shown.orElseThrow(), row, settlement, back);
                case Outcome.Refused refused -> surface.warn(refusals.say(refused));
            }
        });
    }

    private void left(Bill bill, EntryRow row, Settlement settlement, String back) {
        Entry entry = row.entry();
        String sentence = words.say(
                "exit.left." + settlement.name().toLowerCase(Locale.ROOT),
                entry.plate().typed(),
                amounts.say(entry.stay().fee()));
        inside.told(back.isEmpty() ? sentence : sentence + "\n" + back);
        choose();
        if (bill.fee().filter(entry.stay().fee()::equals).isPresent()) {
            surface.tell(sentence);
        } else {
            surface.warn(words.say("exit.other-fee", sentence));
        }
        surface.canTakeBack(new Surface.TakingBack(sentence, () -> reopen(bill.entry())));
    }

    private void reopen(Entry before) {
        model.reopen(before, outcome -> {
            switch (outcome) {
                case Outcome.Done(EntryRow row, var already) -> {
                    inside.toldNothing();
                    surface.tell(words.say("exit.inside-again", before.plate().typed()));
                    surface.go(new Target.Leaving(before.id()));
                }
                case Outcome.Refused refused -> surface.warn(refusals.say(refused));
            }
        });
    }

    @FXML
    private void byHand() {
        closePanels();
        model.bill()
                .get()
                .ifPresent(bill ->
                        override.open(bill.fee().orElse(Money.zero(bill.yard().currency()))));
    }

    private void setByHand(FeeByHand set) {
        model.setByHand(set);
        closePanels();
    }

    @FXML
    private void openTime() {
        closePanels();
        model.bill().get().ifPresent(bill -> entryTime.open(bill.entry().entryTime()));
    }

    private void correctTime(Instant time) {
        model.correctEntryTime(time, outcome -> {
            switch (outcome) {
                case Outcome.Done _ -> {
                    closePanels();
                    surface.tell(words.say("exit.time-corrected"));
                }
                case Outcome.Refused refused -> entryTime.tell(refusals.say(refused));
            }
        });
    }

    private boolean isPanelOpen() {
        return override.isOpen() || entryTime.isOpen();
    }

    private void closePanels() {
        override.close();
        entryTime.close();
        bill.requestFocus();
    }
}
