package gatebook.app.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Where a person was before, so that Esc leads back. A place that is visited twice in a row counts once. */
final class Visited {
    private static final int KEPT_MAX = 20;

    private final Deque<Target> before = new ArrayDeque<>();

    void leave(Target from) {
        if (before.isEmpty() || !before.peek().equals(from)) {
            before.push(from);
        }
        if (before.size() > KEPT_MAX) {
            before.removeLast();
        }
    }

    Optional<Target> back() {
        return Optional.ofNullable(before.poll());
    }
}
