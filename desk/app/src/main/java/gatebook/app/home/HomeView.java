package gatebook.app.home;

import gatebook.app.frame.Screen;
import gatebook.app.frame.Surface;
import gatebook.app.frame.Target;
import gatebook.app.look.FollowFocus;
import gatebook.app.words.Amounts;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.rules.entry.EntryId;
import gatebook.store.query.DayTotals;
import gatebook.store.query.Movement;
import gatebook.store.record.EntryRow;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The day at a glance: who is inside, who left, what came in, and who has been here too long. */
public final class HomeView implements Screen {
    private final HomeViewModel model;
    private final Surface surface;
    private final Times times;
    private final Words words;
    private final Amounts amounts;
    private final DayCharts charts;

    @FXML
    private ScrollPane home;

    @FXML
    private Label parked;

    @FXML
    private Label exited;

    @FXML
    private Label income;

    @FXML
    private Label unpaid;

    @FXML
    private Label occupancy;

    @FXML
    private Label ofCapacity;

    @FXML
    private HBox chartRow;

    @FXML
    private VBox movements;

    @FXML
    private VBox overstays;

    public HomeView(HomeViewModel model, Surface surface, Times times) {
        this.model = model;
        this.surface = surface;
        this.times = times;
        this.words = times.words();
        this.amounts = new Amounts(words);
        this.charts = new DayCharts(words);
    }

    @FXML
    private void initialize() {
        FollowFocus.in(home);
        chartRow.getChildren().setAll(charts.byHour(), charts.byDay());
        model.day().addListener((of, before, now) -> now.ifPresent(this::fill));
    }

    @Override
    public Node root() {
        return home;
    }

    @Override
    public void show(Target target) {
        model.shown(true);
        surface.find();
    }

    @Override
    public void hide() {
        model.shown(false);
    }

    private void fill(HomeViewModel.Day day) {
        DayTotals totals = day.totals();
        DayTotals.Present now = totals.present();
        parked.setText(Long.toString(now.parked()));
        exited.setText(Long.toString(totals.exited()));
        income.setText(amounts.say(totals.income()));
        unpaid.setText(amounts.say(totals.unpaid()));
        occupancy.setText(words.say("home.percent", now.occupancyPercent()));
        ofCapacity.setText(words.say("home.of-capacity", now.parked(), now.capacity()));
        charts.show(day.hours(), day.income());
        movements
                .getChildren()
                .setAll(lines(day.movements().stream().map(this::line).toList(), "home.no-movements"));
        overstays
                .getChildren()
                .setAll(lines(day.overstays().stream().map(this::overstay).toList(), "home.no-overstays"));
    }

    private List<Node> lines(List<Node> lines, String none) {
        return lines.isEmpty() ? List.of(new Label(words.say(none))) : lines;
    }

    private Node line(Movement movement) {
        EntryRow row = movement.row();
        boolean in = movement.way() == Movement.Way.IN;
        Label way = new Label(words.say(in ? "home.in" : "home.out"));
        way.getStyleClass().addAll("way", movement.way().name().toLowerCase(Locale.ROOT));
        return line(
                way,
                row,
                words.say(
                        "home.movement",
                        times.brief(movement.at()),
                        row.entry().plate().typed(),
                        row.entry().ticket().number().text(),
                        row.entry().description().transportName()));
    }

    private Node overstay(EntryRow row) {
        Label since = new Label(times.since(row.entry().entryTime()));
        since.getStyleClass().addAll("way", "overstay");
        return line(
                since,
                row,
                words.say(
                        "home.overstay",
                        row.entry().plate().typed(),
                        row.entry().ticket().number().text(),
                        row.entry().description().transportName()));
    }

    private Node line(Label lead, EntryRow row, String text) {
        Button open = new Button(text, lead);
        open.getStyleClass().addAll("flat", "line");
        open.setMaxWidth(Double.MAX_VALUE);
        EntryId id = row.entry().id();
        Target target = row.entry().isInside() ? new Target.Leaving(id) : new Target.Story(id);
        open.setAccessibleText(lead.getText() + " " + text);
        open.setOnAction(event -> surface.go(target));
        return open;
    }
}
