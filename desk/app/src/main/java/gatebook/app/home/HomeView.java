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
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
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
    private final Lines moved;
    private final Lines overstaying;

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
        this.moved = new Lines(surface, words.say("home.no-movements"));
        this.overstaying = new Lines(surface, words.say("home.no-overstays"));
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
        moved.show(movements, day.movements().stream().map(this::line).toList());
        overstaying.show(overstays, day.overstays().stream().map(this::overstay).toList());
    }

    private Lines.Line line(Movement movement) {
        EntryRow row = movement.row();
        boolean in = movement.way() == Movement.Way.IN;
        return new Lines.Line(
                words.say(in ? "home.in" : "home.out"),
                movement.way().name().toLowerCase(Locale.ROOT),
                words.say(
                        "home.movement",
                        times.brief(movement.at()),
                        row.entry().plate().typed(),
                        row.entry().ticket().number().text(),
                        row.entry().description().transportName()),
                target(row));
    }

    private Lines.Line overstay(EntryRow row) {
        return new Lines.Line(
                times.since(row.entry().entryTime()),
                "overstay",
                words.say(
                        "home.overstay",
                        row.entry().plate().typed(),
                        row.entry().ticket().number().text(),
                        row.entry().description().transportName()),
                target(row));
    }

    private static Target target(EntryRow row) {
        EntryId id = row.entry().id();
        return row.entry().isInside() ? new Target.Leaving(id) : new Target.Story(id);
    }
}
