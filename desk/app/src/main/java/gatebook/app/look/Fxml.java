package gatebook.app.look;

import gatebook.app.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;

/** Joins a view to the layout that lies beside its class. */
public final class Fxml {
    private Fxml() {}

    /** Loads a layout of the view's package into the view's fields; a layout that is missing or wrong is a bug. */
    public static <V> V load(V view, String layout, Words words) {
        URL file = Objects.requireNonNull(view.getClass().getResource(layout), layout);
        FXMLLoader loader = new FXMLLoader(file, words.bundle());
        loader.setController(view);
        try {
            loader.load();
            return view;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
