package gatebook.faults.process;

import java.util.List;
import java.util.Locale;

/**
 * What a number of trials came to, to be kept in a ledger of long runs.
 *
 * @param kind of fault
 * @param count trials made
 * @param violations broken promises, each with what is needed to repeat it
 */
public record Figure(String kind, long seed, long count, double seconds, List<String> violations) {
    public Figure {
        violations = List.copyOf(violations);
    }

    /** One line of JSON. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"%s\",\"seed\":%d,\"count\":%d,\"violations\":%d,\"seconds\":%.1f}",
                kind,
                seed,
                count,
                violations.size(),
                seconds);
    }
}
