package gatebook.wire.compare;

import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of ids in the order of their text, which is also the order of their bytes.
 *
 * @param from the first that may lie in it
 * @param to the first that lies behind it
 */
public record Span(EntryId from, EntryId to) {
    private static final EntryId LOWEST = new EntryId(new UUID(0, 0));
    private static final EntryId HIGHEST = new EntryId(new UUID(-1, -1));

    /** All ids that records have. */
    public static final Span ALL = new Span(LOWEST, HIGHEST);

    /** What is left of this span from {@code next} on. */
    public Span startingAt(EntryId next) {
        return new Span(next, to);
    }

    void write(JsonOut out) {
        out.object(() -> out.field("from", from.toString()).field("to", to.toString()));
    }

    static @Nullable Span read(JsonIn in, String place) {
        @Nullable UUID[] ends = new UUID[2];
        in.object(place, name -> {
            switch (name) {
                case "from" -> ends[0] = in.uuid(JsonIn.at(place, name));
                case "to" -> ends[1] = in.uuid(JsonIn.at(place, name));
                default -> {
                    return false;
                }
            }
            return true;
        });
        in.required(ends[0], JsonIn.at(place, "from"));
        in.required(ends[1], JsonIn.at(place, "to"));
        UUID from = ends[0];
        UUID to = ends[1];
        if (from == null || to == null) {
            return null; // noted above
        }
        if (from.toString().compareTo(to.toString()) > 0) {
            in.fault(place, FieldFault.CONTRADICTS, "ends before it begins");
        }
        return new Span(new EntryId(from), new EntryId(to));
    }
}
