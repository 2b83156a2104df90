package gatebook.wire.compare;

import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A state that a record went through in a history which the cloud lost, as a desk tells it that sends the record again.
 *
 * @param version the cloud's for this state in that history; 0 where the desk does not know it
 * @param hash of the image, as {@link Fingerprint} makes it
 */
public record LostState(long version, String hash) {
    /** The most states that are told of one record. */
    public static final int STATES_MAX = 50;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|" + Fingerprint.VOID);

    /** Writes a list of states as the field {@code name}. */
    public static void write(JsonOut out, String name, List<LostState> states) {
        out.name(name)
                .array(() -> states.forEach(state ->
                        out.object(() -> out.field("version", state.version).field("hash", state.hash))));
    }

    /** Reads one element of such a list into it; more than {@link #STATES_MAX} are a fault. */
    public static void read(JsonIn in, String place, List<LostState> into) {
        long[] version = {0};
        @Nullable String[] hash = new String[1];
        in.object(place, name -> {
            switch (name) {
                case "version" -> version[0] = in.whole(JsonIn.at(place, name), 0);
                case "hash" -> hash[0] = in.text(JsonIn.at(place, name));
                default -> {
                    return false;
                }
            }
            return true;
        });
        String found = hash[0];
        if (found == null || !HASH.matcher(found).matches()) {
            in.fault(JsonIn.at(place, "hash"), FieldFault.BAD_TEXT, "32 hex digits, or " + Fingerprint.VOID);
        } else if (into.size() >= STATES_MAX) {
            in.fault(place, FieldFault.TOO_LARGE, "at most " + STATES_MAX + " states");
        } else {
            into.add(new LostState(version[0], found));
        }
    }
}
