package gatebook.app;

import gatebook.app.conflicts.ConflictsView;
import gatebook.app.conflicts.ConflictsViewModel;
import gatebook.app.desk.GateWork;
import gatebook.app.desk.OpenDesk;
import gatebook.app.entry.EntryView;
import gatebook.app.entry.EntryViewModel;
import gatebook.app.exit.ExitView;
import gatebook.app.exit.ExitViewModel;
import gatebook.app.frame.FindBox;
import gatebook.app.frame.FrameView;
import gatebook.app.frame.Place;
import gatebook.app.frame.Screen;
import gatebook.app.history.HistoryView;
import gatebook.app.history.HistoryViewModel;
import gatebook.app.home.HomeView;
import gatebook.app.home.HomeViewModel;
import gatebook.app.look.Fxml;
import gatebook.app.search.SearchView;
import gatebook.app.search.SearchViewModel;
import gatebook.app.settings.SettingsHost;
import gatebook.app.settings.SettingsView;
import gatebook.app.settings.SettingsViewModel;
import gatebook.app.status.StatusView;
import gatebook.app.status.StatusViewModel;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Wires the window: each screen's view to its model, and all of them to the open register. */
final class Screens {
    private final OpenDesk desk;
    private final SettingsHost host;
    private final Words words;
    private final Times times;
    private final GateWork work;
    private final Supplier<String> attendant;
    private final FrameView frame;
    private final Timeline ages;

    Screens(OpenDesk desk, SettingsHost host) {
        this.desk = desk;
        this.host = host;
        this.words = Words.in(host.choices().language());
        this.times = new Times(desk.profile().zone(), desk.options().clock(), words);
        this.attendant = () -> host.choices().attendant();
        this.work = new GateWork(desk, attendant);
        StatusViewModel status = new StatusViewModel(desk, words);
        FrameView.Parts parts = new FrameView.Parts(
                new FindBox(desk, words, times),
                Fxml.load(new StatusView(status), "StatusBar.fxml", words),
                desk.bell()::ring);
        this.frame = Fxml.load(new FrameView(words, parts, this::make), "Frame.fxml", words);
        this.ages = new Timeline(new KeyFrame(Duration.seconds(1), event -> status.tick()));
        ages.setCycleCount(Animation.INDEFINITE);
        ages.play();
    }

    /** Ends what goes on by itself, before the window is built anew. */
    void end() {
        ages.stop();
        desk.bell().forgetListeners();
        desk.sync().forgetObservers();
    }

    FrameView frame() {
        return frame;
    }

    private Screen make(Place place) {
        return switch (place) {
            case HOME -> Fxml.load(new HomeView(new HomeViewModel(desk), frame, times), "Home.fxml", words);
            case ENTRY -> Fxml.load(new EntryView(new EntryViewModel(desk, work), frame, times), "Entry.fxml", words);
            case EXIT -> Fxml.load(new ExitView(new ExitViewModel(desk, work), frame, times), "Exit.fxml", words);
            case HISTORY ->
                Fxml.load(new HistoryView(new HistoryViewModel(desk), frame, attendant, times), "History.fxml", words);
            case SETTINGS ->
                Fxml.load(new SettingsView(new SettingsViewModel(desk), frame, host, times), "Settings.fxml", words);
            case SEARCH ->
                Fxml.load(
                        new SearchView(
                                new SearchViewModel(desk, work),
                                frame,
                                times,
                                desk.options().home().folder()),
                        "Search.fxml",
                        words);
            case CONFLICTS ->
                Fxml.load(new ConflictsView(new ConflictsViewModel(desk, work), frame, times), "Conflicts.fxml", words);
        };
    }
}
