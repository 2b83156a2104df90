package gatebook.app.exit;

import gatebook.app.look.DigitChoice;
import gatebook.app.words.Amounts;
import gatebook.app.words.Words;
import gatebook.rules.money.Money;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** A fee set by hand: the amount, then the reason by its digit or typed. Both are needed. */
final class OverridePanel {
    private static final int REASONS = 5;

    private final Words words;
    private final TextField amount = new TextField();
    private final DigitChoice reasons = new DigitChoice("exit-reason");
    private final TextField typedReason = new TextField();
    private final Label fault = new Label();
    private final VBox box;
    private final Consumer<FeeByHand> taken;
    private Currency currency = Currency.getInstance("INR");

    OverridePanel(Words words, Consumer<FeeByHand> taken) {
        this.words = words;
        this.taken = taken;
        Label amountName = new Label(words.say("exit.fee-by-hand"));
        amountName.setLabelFor(amount);
        amount.setId("exit-by-hand");
        amount.setMaxWidth(Double.MAX_VALUE);
        amount.setOnAction(event -> reasons.requestFocus());
        Label reasonName = new Label(words.say("exit.reason"));
        reasonName.setLabelFor(reasons);
        reasons.things(IntStream.rangeClosed(1, REASONS)
                .mapToObj(number -> words.say("exit.reason-" + number))
                .toList());
        reasons.onTaken(this::reasonTaken);
        reasons.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                apply();
                event.consume();
            }
        });
        typedReason.setId("exit-reason-typed");
        typedReason.setPromptText(words.say("exit.reason-typed"));
        typedReason.setAccessibleText(words.say("exit.reason-typed"));
        typedReason.setOnAction(event -> apply());
        fault.setId("exit-by-hand-fault");
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        box = new VBox(8, amountName, amount, reasonName, reasons, typedReason, fault);
        box.getStyleClass().add("card");
        close();
    }

    Node root() {
        return box;
    }

    boolean isOpen() {
        return box.isVisible();
    }

    void open(Money fee) {
        currency = fee.currency();
        amount.setText(fee.major().stripTrailingZeros().toPlainString());
        reasons.chosen().set(DigitChoice.NONE);
        typedReason.clear();
        showTyped();
        fault.setText("");
        show(true);
        amount.requestFocus();
        amount.selectAll();
    }

    void close() {
        show(false);
    }

    private void show(boolean shown) {
        box.setVisible(shown);
        box.setManaged(shown);
    }

    private void reasonTaken(int index) {
        showTyped();
        if (index == REASONS - 1) {
            typedReason.requestFocus();
        } else {
            apply();
        }
    }

    private void showTyped() {
        boolean typed = reasons.chosen().get() == REASONS - 1;
        typedReason.setVisible(typed);
        typedReason.setManaged(typed);
    }

    private void apply() {
        Optional<Money> fee = Amounts.read(amount.getText(), currency);
        String reason = reason();
        if (fee.isEmpty()) {
            fault.setText(words.say("exit.no-amount"));
            amount.requestFocus();
        } else if (reason.isEmpty()) {
            fault.setText(words.say("exit.no-reason"));
        } else {
            taken.accept(new FeeByHand(fee.get(), reason));
        }
    }

    private String reason() {
        int index = reasons.chosen().get();
        if (index == DigitChoice.NONE) {
            return "";
        }
        return index == REASONS - 1 ? typedReason.getText().strip() : words.say("exit.reason-" + (index + 1));
    }
}
