package gatebook.app.search;

import gatebook.app.words.Words;
import javafx.scene.control.TextField;

/** Asks why entries are to be voided. */
final class VoidPanel {
    private final Panel panel;
    private final TextField reason = new TextField();

    VoidPanel(int entries, Words words, Runnable onClose) {
        this.panel = new Panel(
                "voiding",
                words.say("search.void.title", entries),
                words.say("search.void.do", entries),
                words.say("search.close"),
                onClose);
        reason.setId("void-reason");
        panel.ask(words.say("search.reason"), reason);
        panel.say(words.say("search.void.what"));
    }

    Panel panel() {
        return panel;
    }

    String reason() {
        return reason.getText();
    }

    void focus() {
        reason.requestFocus();
    }
}
