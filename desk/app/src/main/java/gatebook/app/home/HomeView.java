package gatebook.app.home;

import gatebook.app.frame.Screen;
import gatebook.app.frame.Target;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The day at a glance: who is inside, who left, what came in. */
public final class HomeView implements Screen {
    private final HomeViewModel model;

    @FXML
    private VBox home;

    @FXML
    private Label parked;

    public HomeView(HomeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.day().addListener((of, before, now) -> now.ifPresent(this::fill));
    }

    @Override
    public Node root() {
        return home;
    }

    @Override
    public void show(Target target) {
        model.shown(true);
    }

    @Override
    public void hide() {
        model.shown(false);
    }

    private void fill(HomeViewModel.Day day) {
        parked.setText(Long.toString(day.totals().present().parked()));
    }
}
