package gatebook.app.opening;

import gatebook.app.words.Amounts;
import gatebook.app.words.Spans;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.rules.entry.Entry;
import gatebook.rules.tariff.Quote;
import gatebook.store.query.Glance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Who is inside, to be read while the register is not opened: the gate goes on with paper and pen. Shows what each would
 * owe now; nothing can be changed in it.
 */
final class InsideList {
    private final Times times;
    private final Words words;
    private final Amounts amounts;
    private final TextField sought = new TextField();
    private final ListView<String> list = new ListView<>();
    private final VBox box;
    private final List<String> lines;

    /** As of this moment. */
    InsideList(Glance glance, Instant now, Times times) {
        this.times = times;
        this.words = times.words();
        this.amounts = new Amounts(words);
        this.lines = glance.inside().stream()
                .map(row -> line(row.entry(), glance, now))
                .toList();
        Label title = new Label(words.say("opening.inside", lines.size()));
        title.setId("inside-count");
        title.setWrapText(true);
        sought.setId("inside-sought");
        sought.setPromptText(words.say("opening.inside-find"));
        sought.setAccessibleText(words.say("opening.inside-find"));
        sought.textProperty().addListener((of, before, typed) -> narrow(typed));
        list.setId("inside-list");
        list.setAccessibleText(title.getText());
        list.setPlaceholder(new Label(words.say("exit.nobody")));
        VBox.setVgrow(list, Priority.ALWAYS);
        box = new VBox(title, sought, list);
        box.getStyleClass().add("inside-list");
        VBox.setVgrow(box, Priority.ALWAYS);
        narrow("");
    }

    Node root() {
        return box;
    }

    void focus() {
        sought.requestFocus();
    }

    private void narrow(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(lines.stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(wanted))
                        .toList());
    }

    private String line(Entry entry, Glance glance, Instant now) {
        String owed = switch (glance.yard().rates().quote(entry.description().vehicleType(), entry.entryTime(), now)) {
            case Quote.Priced(var fee, long _) -> amounts.say(fee);
            case Quote.ExitBeforeEntry() -> "";
        };
        return String.join(
                "   ",
                Stream.of(
                                entry.plate().typed(),
                                entry.ticket().number().text(),
                                entry.description().vehicleType().name(),
                                entry.description().transportName(),
                                times.whole(entry.entryTime()),
                                Spans.of(Duration.between(entry.entryTime(), now), words),
                                owed)
                        .filter(text -> !text.isBlank())
                        .toList());
    }
}
