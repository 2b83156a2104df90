package gatebook.app.opening;

import gatebook.app.words.Words;
import gatebook.store.file.Opening;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says why the register is not shown, and what to do. Nothing starts empty without a word. */
public final class NotOpened {
    private final VBox box;

    public NotOpened(Words words, Opening opening) {
        Label title = new Label(words.say("opening.title"));
        title.getStyleClass().add("title");
        Label text = new Label(text(words, opening));
        text.setWrapText(true);
        box = new VBox(16, title, text);
        box.setAlignment(Pos.CENTER);
        box.setId("not-opened");
    }

    public Parent root() {
        return box;
    }

    private static String text(Words words, Opening opening) {
        return switch (opening) {
            case Opening.Opened _ -> "";
            case Opening.Newer(var found, var known) -> words.say("opening.newer", found.number(), known.number());
            case Opening.Damaged(var findings, var movedTo, var newest) ->
                words.say("opening.damaged", String.join("; ", findings), movedTo);
            case Opening.Missing(var traces, var newest) -> words.say("opening.missing", traces.getFirst());
            case Opening.Refused(var reason, var detail) ->
                words.say("opening.refused", reason.refusal().code(), detail);
        };
    }
}
