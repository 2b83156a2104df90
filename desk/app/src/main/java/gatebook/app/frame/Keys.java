package gatebook.app.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work everywhere, as people at gates use them; none of them is Ctrl+Alt. */
final class Keys {
    /** What a key means. */
    sealed interface Meaning {
        record Go(Target target) implements Meaning {}

        record Find() implements Meaning {}

        record Refresh() implements Meaning {}

        record TakeBack() implements Meaning {}

        record Palette() implements Meaning {}

        record Back() implements Meaning {}
    }

    private static final Map<KeyCombination, Meaning> ALL = all();

    private Keys() {}

    static Optional<Meaning> meaning(KeyEvent event) {
        return ALL.entrySet().stream()
                .filter(each -> each.getKey().match(event))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<KeyCombination, Meaning> all() {
        Map<KeyCombination, Meaning> keys = new LinkedHashMap<>();
        for (Place place : Place.values()) {
            keys.put(new KeyCodeCombination(place.key()), new Meaning.Go(new Target.At(place)));
        }
        keys.put(new KeyCodeCombination(KeyCode.F5), new Meaning.Go(new Target.InsideNow()));
        keys.put(control(KeyCode.N), new Meaning.Go(new Target.At(Place.ENTRY)));
        keys.put(control(KeyCode.F), new Meaning.Find());
        keys.put(control(KeyCode.E), new Meaning.Go(new Target.Exporting()));
        keys.put(control(KeyCode.B), new Meaning.Go(new Target.BackingUp()));
        keys.put(control(KeyCode.R), new Meaning.Refresh());
        keys.put(control(KeyCode.Z), new Meaning.TakeBack());
        keys.put(control(KeyCode.K), new Meaning.Palette());
        keys.put(new KeyCodeCombination(KeyCode.ESCAPE), new Meaning.Back());
        return keys;
    }

    private static KeyCombination control(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }
}
