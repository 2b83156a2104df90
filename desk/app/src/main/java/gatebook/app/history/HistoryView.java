package gatebook.app.history;

import gatebook.app.frame.Place;
import gatebook.app.frame.Screen;
import gatebook.app.frame.Surface;
import gatebook.app.frame.Target;
import gatebook.app.look.Fxml;
import gatebook.app.words.FieldWords;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.exchange.Tally;
import gatebook.store.query.RunItem;
import gatebook.sync.service.DryRun;
import java.util.List;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The life of one entry as a line of time; or the sync runs, with undoing, rehearsing and the check of the trail. */
public final class HistoryView implements Screen {
    private final HistoryViewModel model;
    private final Surface surface;
    private final Words words;
    private final Times times;
    private final FieldWords fields;
    private final UndoPanel undo;
    private final FindingsPanel findings;

    @FXML
    private StackPane history;

    @FXML
    private VBox runsPane;

    @FXML
    private VBox storyPane;

    @FXML
    private Label answer;

    @FXML
    private VBox beside;

    @FXML
    private TableView<RunItem> runs;

    @FXML
    private Button undoRun;

    @FXML
    private Label vehicle;

    @FXML
    private Label about;

    @FXML
    private ListView<Moment> moments;

    /** What a view needs beside its model. */
    public HistoryView(HistoryViewModel model, Surface surface, Supplier<String> attendant, Times times) {
        this.model = model;
        this.surface = surface;
        this.times = times;
        this.words = times.words();
        this.fields = new FieldWords(times);
        this.undo = Fxml.load(new UndoPanel(model, surface, attendant, times), "Undo.fxml", words);
        this.findings = new FindingsPanel(model, surface, attendant, times);
    }

    @FXML
    private void initialize() {
        new RunColumns(words, times).into(runs, answer);
        runs.setPlaceholder(new Label(words.say("history.no-runs")));
        undoRun.disableProperty()
                .bind(runs.getSelectionModel().selectedItemProperty().isNull());
        moments.setCellFactory(list -> new MomentCell(times, fields));
        model.runs().addListener((of, before, now) -> show(now));
        model.story().addListener((of, before, now) -> now.ifPresent(this::show));
        beside.getChildren().setAll(findings.root());
        history.getChildren().add(undo.root());
    }

    @Override
    public Node root() {
        return history;
    }

    @Override
    public void show(Target target) {
        boolean ofEntry = target instanceof Target.Story;
        pane(storyPane, ofEntry);
        pane(runsPane, !ofEntry);
        if (target instanceof Target.Story(var entry)) {
            model.tellOf(entry);
            moments.requestFocus();
        } else {
            model.tellOfRuns();
            runs.requestFocus();
        }
    }

    @Override
    public void hide() {
        model.hide();
    }

    @Override
    public boolean back() {
        return undo.close();
    }

    private void show(List<RunItem> now) {
        RunItem chosen = runs.getSelectionModel().getSelectedItem();
        runs.getItems().setAll(now);
        now.stream()
                .filter(run -> chosen == null || run.id() == chosen.id())
                .findFirst()
                .ifPresent(runs.getSelectionModel()::select);
    }

    private void show(HistoryViewModel.Story story) {
        vehicle.setText(story.entry().entry().plate().toString());
        about.setText(words.say(
                "history.about",
                story.entry().entry().ticket().number().text(),
                story.entry().entry().description().transportName(),
                fields.value(story.entry().entry().stay().status())));
        moments.getItems().setAll(story.moments());
    }

    @FXML
    private void correct() {
        model.story()
                .get()
                .ifPresent(story ->
                        surface.go(new Target.Correcting(story.entry().entry().id())));
    }

    @FXML
    private void toRuns() {
        show(new Target.At(Place.HISTORY));
    }

    @FXML
    private void rehearse() {
        answer.setText(words.say("history.rehearsing"));
        model.rehearse(result -> answer.setText(result.map(this::rehearsed).orElse(words.say("history.no-rehearsal"))));
    }

    private String rehearsed(DryRun.Result result) {
        return switch (result) {
            case DryRun.Result.Rehearsed(Tally tally) ->
                words.say(
                        "history.rehearsed",
                        tally.pushed(),
                        tally.pulled(),
                        tally.merged(),
                        tally.conflicts(),
                        tally.rejected() + tally.failed());
            case DryRun.Result.Unheard(var failure) ->
                words.say(
                        "history.unheard",
                        words.say("cause." + failure.cause().text().replace('_', '-')));
        };
    }

    @FXML
    private void verify() {
        answer.setText(words.say("history.verifying"));
        model.verify(look -> {
            answer.setText(new TrailWords(words, times).trail(look.trail()));
            findings.show(look.findings());
        });
    }

    @FXML
    private void askUndo() {
        undo.ask(runs.getSelectionModel().getSelectedItem());
    }

    static void pane(Node pane, boolean shown) {
        pane.setVisible(shown);
        pane.setManaged(shown);
    }
}
