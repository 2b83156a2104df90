package gatebook.app.history;

import gatebook.app.words.FieldWords;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One change on the line of time: when and by whom, on what occasion, and each field before and after. */
final class MomentCell extends ListCell<Moment> {
    private final Words words;
    private final Times times;
    private final FieldWords fields;

    MomentCell(Times times, FieldWords fields) {
        this.words = times.words();
        this.times = times;
        this.fields = fields;
    }

    @Override
    protected void updateItem(@Nullable Moment moment, boolean empty) {
        super.updateItem(moment, empty);
        setGraphic(moment == null || empty ? null : card(moment));
    }

    private VBox card(Moment moment) {
        Label what = new Label(words.say("history.kind." + moment.kind().name().toLowerCase(Locale.ROOT)));
        what.getStyleClass().add("strong");
        VBox card = new VBox(3, what, muted(who(moment)));
        for (Moment.Difference each : moment.differences()) {
            Label change = new Label(each.inWords(words, fields));
            change.setWrapText(true);
            card.getChildren().add(change);
        }
        if (moment.row().reason() != null) {
            card.getChildren()
                    .add(muted(words.say("history.reason", moment.row().reason())));
        }
        return card;
    }

    private String who(Moment moment) {
        String cause = "history.cause." + moment.row().by().cause().toLowerCase(Locale.ROOT);
        Long run = moment.row().syncRunId();
        return words.say(
                        "history.who",
                        times.whole(moment.row().at()),
                        moment.row().by().actor(),
                        words.knows(cause)
                                ? words.say(cause)
                                : moment.row().by().cause())
                + (run == null ? "" : " " + words.say("history.by-run", run));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }
}
