package gatebook.app.opening;

import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.backup.Backup;
import gatebook.store.file.Opening;
import gatebook.store.query.Glance;
import gatebook.store.sqlite.StoreFault;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says why the register is not shown, and what can be done. Nothing starts empty without a word. */
public final class NotOpened {
    private final Words words;
    private final Times times;
    private final Remedies remedies;

    public NotOpened(Times times, Remedies remedies) {
        this.words = times.words();
        this.times = times;
        this.remedies = remedies;
    }

    /** What to show for an opening that opened nothing. */
    public Parent because(Opening opening) {
        return switch (opening) {
            case Opening.Opened _ -> throw new IllegalArgumentException("it was opened");
            case Opening.Newer(var found, var known) ->
                page(words.say("opening.newer", found.number(), known.number()), List.of(again()));
            case Opening.Damaged(var findings, var movedTo, var newest) ->
                page(words.say("opening.damaged", String.join("; ", findings), movedTo), ways(newest));
            case Opening.Missing(var traces, var newest) ->
                page(words.say("opening.missing", traces.getFirst()), ways(newest));
            case Opening.Refused(var reason, var detail) ->
                page(
                        words.say("opening.reason." + key(reason), detail) + "\n"
                                + reason.refusal().code(),
                        List.of(again()));
        };
    }

    /** What to show where another window of this desk is open. */
    public Parent becauseOfAnotherWindow() {
        return page(words.say("opening.another-window"), List.of(again()));
    }

    /** What to show where the way to the register broke off: a folder that cannot be made, a disk that refuses. */
    public Parent becauseOf(Throwable fault) {
        String detail = String.valueOf(fault.getMessage());
        String told = switch (fault) {
            case UncheckedIOException _ -> words.say("opening.reason.not-writable", detail);
            case StoreFault store -> new Refusals(times).say(store);
            default -> words.say("frame.failed", detail);
        };
        return page(told, List.of(again()));
    }

    /** What to show to who wanted to see who is inside; it can be read, and nothing more. */
    public Parent inside(Glance glance, Instant now) {
        InsideList list = new InsideList(glance, now, times);
        VBox page = page(words.say("opening.inside-only"), List.of(again()));
        page.getChildren().add(2, list.root());
        Platform.runLater(list::focus);
        return page;
    }

    /** What to show after starts that came to nothing. */
    public Parent becauseOfFailedStarts(int failed, @Nullable Backup newest) {
        Button look = new Button(words.say("opening.look-inside"));
        look.setId("look-inside");
        look.setOnAction(event -> remedies.lookInside());
        List<Node> ways = new ArrayList<>(List.of(again(), look));
        restore(newest, ways);
        return page(words.say("opening.failed-starts", failed), ways);
    }

    private static String key(Opening.Reason reason) {
        return switch (reason) {
            case NETWORK_FILE_SYSTEM, WEAK_FILE_SYSTEM, LINKED, SQLITE_TOO_OLD -> "unfit-place";
            case NOT_WRITABLE -> "not-writable";
            case DISK_FULL, NO_COPY -> "disk-full";
            case BUSY, DAMAGED_IN_USE -> "busy";
            case NOT_A_REGISTER -> "not-a-register";
            case DISK -> "disk";
        };
    }

    private List<Node> ways(@Nullable Backup newest) {
        List<Node> ways = new ArrayList<>();
        restore(newest, ways);
        Button anew = new Button(words.say("opening.start-anew"));
        anew.setId("start-anew");
        anew.setOnAction(event -> remedies.startAnew());
        ways.add(anew);
        return ways;
    }

    private void restore(@Nullable Backup newest, List<Node> ways) {
        if (newest != null) {
            Button restore = new Button(words.say("opening.put-back", times.whole(newest.at())));
            restore.setId("put-back");
            restore.setDefaultButton(true);
            restore.setOnAction(event -> remedies.putBack(newest.file()));
            ways.add(restore);
        }
    }

    private Button again() {
        Button again = new Button(words.say("opening.try-again"));
        again.setId("try-again");
        again.setOnAction(event -> remedies.tryAgain());
        return again;
    }

    private VBox page(String text, List<Node> ways) {
        Label title = new Label(words.say("opening.title"));
        title.getStyleClass().add("title");
        Label why = new Label(text);
        why.setId("why-not-opened");
        why.setWrapText(true);
        FlowPane buttons = new FlowPane(8, 8);
        buttons.setAlignment(Pos.CENTER);
        buttons.getChildren().addAll(ways);
        VBox box = new VBox(16, title, why, buttons);
        box.setId("not-opened");
        box.getStyleClass().add("not-opened");
        box.setAlignment(Pos.CENTER);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }
}
