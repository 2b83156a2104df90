package gatebook.store.query;

import java.util.ArrayList;
import java.util.List;

/** Tests of a row that must all hold, and the values bound in them, in the order of the text. */
final class Condition {
    private final List<String> tests = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Condition and(String test, Object... bound) {
        tests.add(test);
        values.addAll(List.of(bound));
        return this;
    }

    Condition and(Condition other) {
        tests.addAll(other.tests);
        values.addAll(other.values);
        return this;
    }

    boolean isEmpty() {
        return tests.isEmpty();
    }

    String text() {
        return String.join(" AND ", tests);
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
