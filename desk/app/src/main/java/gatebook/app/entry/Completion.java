package gatebook.app.entry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names that complete what was typed: those that begin with it, then those that hold it, each in their given order. */
final class Completion {
    private static final int SHOWN_MAX = 5;

    private Completion() {}

    static List<String> of(String typed, List<String> names) {
        String sought = typed.strip().toLowerCase(Locale.ROOT);
        if (sought.isEmpty() || names.stream().anyMatch(name -> name.equalsIgnoreCase(typed.strip()))) {
            return List.of();
        }
        List<String> holding = names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        Stream<String> begin =
                holding.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(sought));
        return Stream.concat(begin, holding.stream())
                .distinct()
                .limit(SHOWN_MAX)
                .toList();
    }
}
