package gatebook.app.desk;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Questions of which only the newest counts, as a person types: an answer that a newer question overtook is dropped. */
public final class Newest {
    private final Background background;
    private long asked;

    public Newest(Background background) {
        this.background = background;
    }

    /** Called on the window's thread; so is {@code then}. */
    public <T> void ask(Supplier<T> work, Consumer<T> then) {
        long mine = ++asked;
        background.beside(work, answer -> {
            if (mine == asked) {
                then.accept(answer);
            }
        });
    }

    /** Drops what is still on its way. */
    public void forget() {
        asked++;
    }
}
