package gatebook.faults.fuzz;

import gatebook.wire.json.JsonOut;

/** What an attack came to, as one line of JSON. */
public record Figure(String kind, long count, long violations, long seconds) {
    public String json() {
        return JsonOut.text(out -> out.object(() -> out.field("kind", kind)
                .field("count", count)
                .field("violations", violations)
                .field("seconds", seconds)));
    }
}
