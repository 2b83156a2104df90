package gatebook.rules.undo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that stood in a record from one step on, who set it, and what stood before it. A value that an undo brought back
 * is the undo's and also still that of whoever had set it: so runs can be undone one after the other, newest first, and an
 * undone run whose undo was undone can be undone again.
 */
final class Stand<V> {
    private final int at;
    private final Maker maker;
    private final V value;
    private final @Nullable Stand<V> before;
    private final @Nullable Stand<V> restored;

    private Stand(int at, Maker maker, V value, @Nullable Stand<V> before, @Nullable Stand<V> restored) {
        this.at = at;
        this.maker = maker;
        this.value = value;
        this.before = before;
        this.restored = restored;
    }

    /** Of the first step at which anything is known. */
    static <V> Stand<V> first(int at, Maker maker, V value) {
        return new Stand<>(at, maker, value, null, null);
    }

    /** What stands after a step that changed it. */
    Stand<V> then(int step, Maker by, V changed) {
        return new Stand<>(step, by, changed, this, null);
    }

    /** What stands after an undo that brought an earlier value back. */
    Stand<V> then(int step, Maker by, Stand<V> earlier) {
        return new Stand<>(step, by, earlier.value, this, earlier);
    }

    V value() {
        return value;
    }

    /** Whether it is a run's doing that this value stands; the stand that the run made. */
    Optional<Stand<V>> setBy(RunId run) {
        for (Stand<V> stand = this; stand != null; stand = stand.restored) {
            if (stand.maker.is(run)) {
                return Optional.of(stand);
            }
        }
        return Optional.empty();
    }

    /** The newest value that a run set, whether or not it stands still. */
    Optional<Stand<V>> lastOf(RunId run) {
        for (Stand<V> stand = this; stand != null; stand = stand.before) {
            if (stand.maker.is(run)) {
                return Optional.of(stand);
            }
        }
        return Optional.empty();
    }

    /** What stood before the run came to set this; empty where the run brought the record in. */
    Optional<Stand<V>> beneath(RunId run) {
        Stand<V> stand = this;
        while (stand != null && stand.maker.is(run)) {
            stand = stand.before;
        }
        return Optional.ofNullable(stand);
    }

    /** Whether somebody else than the run has set this since the run made {@code mine}. */
    boolean isLaterWorkThan(Stand<?> mine, RunId run) {
        Stand<V> origin = this;
        while (origin.restored != null) {
            origin = origin.restored;
        }
        return origin.at > mine.at && !origin.maker.is(run);
    }
}
